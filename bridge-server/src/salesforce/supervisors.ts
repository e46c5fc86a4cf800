import type { Connection } from 'jsforce';
import { LRUCache } from 'lru-cache';
import { askForAgent } from './askForAgent.ts';
import { quote } from './records.ts';

interface SupervisorOptions {
    readonly connection: Connection;
    readonly now: () => number;
}

export const SUPERVISOR_PERMISSION_SET = 'SoftphoneSupervisor';

/** Whoever was just given the permission set, or lost it, should not wait long. */
const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/**
 * Whether a user holds the permission set `SoftphoneSupervisor`. Asked once a minute for each.
 *
 * Source: "PermissionSetAssignment" (Object Reference), which only users with View Setup and Configuration may read
 * of others.
 */
export function createSupervisorCheck({ connection, now }: SupervisorOptions) {
    const remembered = new LRUCache<string, { isSupervisor: boolean }>({
        max: MAX_REMEMBERED,
        ttl: REMEMBERED_MS,
        ttlResolution: 0,
        perf: { now },
        ignoreFetchAbort: true,
        async fetchMethod(userId) {
            const { records } = await connection.query<{ Id: string }>(
                'SELECT Id FROM PermissionSetAssignment ' +
                    `WHERE AssigneeId = ${quote(userId)} AND PermissionSet.Name = ${quote(SUPERVISOR_PERMISSION_SET)} ` +
                    'AND IsActive = true LIMIT 1'
            );
            return { isSupervisor: records.length > 0 };
        }
    });

    /** Throws RequestRefused (503). */
    return (userId: string): Promise<boolean> =>
        askForAgent(async () => (await remembered.fetch(userId))?.isSupervisor ?? false);
}
