import { adviceFor } from '../../../src/salesforce/errorAdvice.ts';
import { SalesforceError } from '../../../src/salesforce/salesforceError.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { Org, OrgUser } from '../openOrg.ts';
import { judgeSkew } from './checkClock.ts';

const signIn = findingsOf('sign-in');
const mapping = findingsOf('mapping');

/** Salesforce takes an assertion that is a few minutes off, and the bridge's ends after three. */
const SKEW = { warnMs: 10_000, failMs: 120_000 };

/** jsforce says why a sign-in failed in its words only. */
const OAUTH_CODE = /\binvalid_\w+/;

export interface OrgReport {
    readonly findings: readonly Finding[];
    /** Null: the bridge is not let in. */
    readonly users: readonly OrgUser[] | null;
}

/** Whether the bridge is let into the org, the clocks agree, and the org takes the field mapping. */
export async function checkOrg(org: Org, now: () => number): Promise<OrgReport> {
    const clock = await checkTime(org, now);
    try {
        const users = await org.users();
        return { findings: [...clock, signIn.ok('the org lets the bridge in'), ...(await checkMapping(org))], users };
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        // Salesforce's own words may name people
        const code = OAUTH_CODE.exec(error.words)?.[0] ?? error.code;
        return { findings: [...clock, signIn.fail(code, adviceFor(code))], users: null };
    }
}

async function checkTime(org: Org, now: () => number): Promise<Finding[]> {
    const sentAt = now();
    const timeMs = await org.timeMs();
    // a header tells whole seconds: on average half a second has gone
    const skewMs = timeMs === null ? null : timeMs + 500 - (sentAt + now()) / 2;
    return skewMs === null ? [] : [judgeSkew('org clock', 'org', skewMs, SKEW)];
}

async function checkMapping(org: Org): Promise<Finding[]> {
    const outcome = await org.mapping();
    switch (outcome.kind) {
        case 'ok':
            return [mapping.ok('the org takes the fields that the bridge writes')];
        case 'wrong':
            return outcome.problems.map(({ path, message }) =>
                mapping.fail(`${path}: ${message}`, 'deploy the fields and grant them, or correct MAPPING_FILE')
            );
        case 'unreachable':
            return [mapping.warn(`could not be asked (${outcome.error.code})`, adviceFor(outcome.error.code))];
    }
}
