import type { Connection } from 'jsforce';

export interface SalesforceUser {
    readonly id: string;
    readonly name: string;
    readonly extension: string | null;
    readonly timeZone: string;
    readonly active: boolean;
}

interface UserRecord {
    Id: string;
    Name: string;
    Extension: string | null;
    TimeZoneSidKey: string;
    IsActive: boolean;
}

const CACHE_MS = 60_000;
const EXTENSION = /^[0-9A-Za-z*#_.-]{1,40}$/;
const USER_ID = /^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/;

/** The users who answer calls. An extension's user is remembered for a minute. */
export function createAgentDirectory(connection: Connection, now: () => number) {
    const known = new Map<string, { user: SalesforceUser | null; until: number }>();

    async function select(condition: string): Promise<SalesforceUser | null> {
        const { records } = await connection.query<UserRecord>(
            `SELECT Id, Name, Extension, TimeZoneSidKey, IsActive FROM User WHERE ${condition} ORDER BY CreatedDate LIMIT 1`
        );
        const [user] = records;
        if (!user) return null;
        return {
            id: user.Id,
            name: user.Name,
            extension: user.Extension,
            timeZone: user.TimeZoneSidKey,
            active: user.IsActive
        };
    }

    return {
        byId: (userId: string): Promise<SalesforceUser | null> =>
            USER_ID.test(userId) ? select(`Id = '${userId}'`) : Promise.resolve(null),

        async byExtension(extension: string): Promise<SalesforceUser | null> {
            if (!EXTENSION.test(extension)) return null;
            const remembered = known.get(extension);
            if (remembered && remembered.until > now()) return remembered.user;
            const user = await select(`Extension = '${extension}' AND IsActive = true`);
            known.set(extension, { user, until: now() + CACHE_MS });
            return user;
        }
    };
}

export type AgentDirectory = ReturnType<typeof createAgentDirectory>;
