import { SalesforceConnection } from '../../src/salesforce/salesforceConnection.ts';
import { createMappingCheck, type MappingOutcome } from '../../src/salesforce/mapping/mappingCheck.ts';
import { quote } from '../../src/salesforce/records.ts';
import { SalesforceError, toSalesforceError } from '../../src/salesforce/salesforceError.ts';
import { createLogger } from '../../src/logger.ts';
import type { DoctorInput } from './doctorInput.ts';

/** An active user, as far as the telephony side is concerned. */
export interface OrgUser {
    readonly id: string;
    readonly extension: string | null;
}

/** What the checks ask of the org. Everything but `timeMs` throws SalesforceError. */
export interface Org {
    /** The org's clock, to the second, from 1970; null: it does not answer. */
    timeMs(): Promise<number | null>;
    /** Every active user with an extension. */
    users(): Promise<readonly OrgUser[]>;
    /** The active users who hold the agents' permission set; null: cannot be seen, or it is not in the org. */
    agents(): Promise<readonly OrgUser[] | null>;
    mapping(): Promise<MappingOutcome>;
}

const PERMISSION_SET = 'SoftphoneAgent';
const TIMEOUT_MS = 10_000;
const MAX_USERS = 10_000;

/** Opens the org as the bridge does; signs in with the first question. */
export function openOrg({ salesforce, mapping }: Pick<DoctorInput, 'salesforce' | 'mapping'>): Org {
    const connection = new SalesforceConnection({ ...salesforce, requestTimeoutMs: TIMEOUT_MS });
    const { userField } = mapping.agent;

    async function select(condition: string): Promise<OrgUser[]> {
        const soql = `SELECT Id, ${userField} FROM User WHERE IsActive = true AND ${condition}`;
        const { records } = await connection
            .query<Record<string, unknown>>(soql, { autoFetch: true, maxFetch: MAX_USERS })
            .catch((error: unknown) => {
                throw toSalesforceError(error);
            });
        return records.map((user) => ({ id: String(user['Id']), extension: textOf(user[userField]) }));
    }

    return {
        async timeMs() {
            try {
                const signal = AbortSignal.timeout(TIMEOUT_MS);
                const answer = await fetch(`${salesforce.loginUrl}/services/data`, { signal });
                await answer.body?.cancel();
                const time = Date.parse(answer.headers.get('date') ?? '');
                return Number.isNaN(time) ? null : time;
            } catch {
                return null;
            }
        },
        users: () => select(`${userField} != null`),
        async agents() {
            const holders = `Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = ${quote(PERMISSION_SET)})`;
            try {
                const agents = await select(holders);
                return agents.length > 0 ? agents : null;
            } catch (error) {
                // who may not look into the org's setup is told that there is no such object or field
                if (error instanceof SalesforceError && error.kind === 'permanent') return null;
                throw error;
            }
        },
        mapping: () => createMappingCheck({ connection, mapping, log: createLogger('silent') }).check()
    };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
