import type { Connection } from 'jsforce';
import { LRUCache } from 'lru-cache';
import { askForAgent } from './askForAgent.ts';
import { quote } from './records.ts';

interface RecordAccessOptions {
    readonly connection: Connection;
    readonly now: () => number;
}

/** Whoever was just given a record, or lost it, should not wait long. */
const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/**
 * Whether a user may read a record, as Salesforce shares it: by role, ownership, rules and permission sets alike. Asked
 * once a minute for each, and of nobody who was deactivated: their softphone's session may last a while. A record that the integration user cannot read is nobody's.
 *
 * Source: "UserRecordAccess" (Object Reference), which does not look at restriction rules.
 */
export function createRecordAccess({ connection, now }: RecordAccessOptions) {
    const remembered = new LRUCache<string, { mayRead: boolean }>({
        max: MAX_REMEMBERED,
        ttl: REMEMBERED_MS,
        ttlResolution: 0,
        perf: { now },
        ignoreFetchAbort: true,
        async fetchMethod(key) {
            const [userId = '', recordId = ''] = key.split(' ');
            const [access, users] = await Promise.all([
                connection.query<{ HasReadAccess: boolean }>(
                    'SELECT RecordId, HasReadAccess FROM UserRecordAccess ' +
                        `WHERE UserId = ${quote(userId)} AND RecordId = ${quote(recordId)}`
                ),
                connection.query(`SELECT Id FROM User WHERE Id = ${quote(userId)} AND IsActive = TRUE`)
            ]);
            return { mayRead: access.records[0]?.HasReadAccess === true && users.totalSize === 1 };
        }
    });

    /** Ids of 18 characters. Throws RequestRefused (503). */
    return (userId: string, recordId: string): Promise<boolean> =>
        askForAgent(async () => (await remembered.fetch(`${userId} ${recordId}`))?.mayRead ?? false);
}
