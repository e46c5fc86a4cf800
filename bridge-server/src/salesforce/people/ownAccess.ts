import { createHash } from 'node:crypto';
import { Connection } from 'jsforce/lib/connection.js';
import { LRUCache } from 'lru-cache';
import type { OwnReading } from '../../calls/listening.ts';
import type { ApiBudget } from '../apiBudget.ts';
import { askForAgent } from '../askForAgent.ts';
import { apiPath, quote } from '../records.ts';
import { API_VERSION, type OwnOrg } from '../salesforceConnection.ts';
import { toSalesforceError } from '../salesforceError.ts';

interface OwnAccessOptions {
    /** The token goes nowhere else than to this org. */
    readonly ownOrg: () => Promise<OwnOrg>;
    readonly budget: Pick<ApiBudget, 'requestSent' | 'usageTold'>;
    readonly now: () => number;
}

const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 10_000;
/** jsforce would wait for half an hour. */
const BOUNDED = { timeout: 10_000, retry: { maxRetries: 1 } };

/** What Salesforce says to a user who may not use its API, or not this object. */
const ANSWERS: Readonly<Record<string, OwnReading>> = {
    INVALID_SESSION_ID: 'signedOut',
    INVALID_AUTH_HEADER: 'signedOut',
    API_DISABLED_FOR_ORG: 'apiOff',
    API_CURRENTLY_DISABLED: 'apiOff',
    INVALID_TYPE: 'notReadable',
    INSUFFICIENT_ACCESS: 'notReadable',
    INSUFFICIENT_ACCESS_OR_READONLY: 'notReadable'
};

/**
 * Whether a user reads a Case with their own token: what no rule of the org can be forgotten in, restriction rules
 * included. Asked once a minute for each token and Case.
 */
export function createOwnAccess({ ownOrg, budget, now }: OwnAccessOptions) {
    async function read(accessToken: string, caseId: string): Promise<OwnReading> {
        const { instanceUrl } = await ownOrg();
        const connection = new Connection({ instanceUrl, accessToken, version: API_VERSION });
        budget.requestSent();
        try {
            const soql = encodeURIComponent(`SELECT Id FROM Case WHERE Id = ${quote(caseId)}`);
            const { totalSize } = await connection.request<{ totalSize: number }>(apiPath(`/query?q=${soql}`), BOUNDED);
            return totalSize === 1 ? 'readable' : 'notReadable';
        } catch (error) {
            const answer = ANSWERS[toSalesforceError(error).code];
            if (answer === undefined) throw error;
            return answer;
        } finally {
            const { apiUsage } = connection.limitInfo;
            if (apiUsage) budget.usageTold(apiUsage.used, apiUsage.limit);
        }
    }

    const remembered = new LRUCache<string, { reading: OwnReading }, { accessToken: string; caseId: string }>({
        max: MAX_REMEMBERED,
        ttl: REMEMBERED_MS,
        ttlResolution: 0,
        perf: { now },
        ignoreFetchAbort: true,
        fetchMethod: async (_key, _stale, { context }) => ({ reading: await read(context.accessToken, context.caseId) })
    });

    /** Throws RequestRefused (503). */
    return (accessToken: string, caseId: string): Promise<OwnReading> =>
        askForAgent(async () => {
            const found = await remembered.fetch(`${fingerprint(accessToken)} ${caseId}`, {
                context: { accessToken, caseId }
            });
            return found?.reading ?? 'notReadable';
        });
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');
