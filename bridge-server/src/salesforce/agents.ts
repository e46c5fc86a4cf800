import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { quote } from './records.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { toSalesforceError } from './salesforceError.ts';

export interface SalesforceUser {
    readonly id: string;
    readonly name: string;
    /** What the telephony side calls this agent. */
    readonly extension: string | null;
    /** IANA name. */
    readonly timeZone: string;
    readonly active: boolean;
}

/** A user who takes calls. */
export type AgentUser = SalesforceUser & { readonly extension: string };

interface UserRecord {
    Id: string;
    Name: string;
    TimeZoneSidKey: string;
    IsActive: boolean;
    [field: string]: string | boolean | null;
}

interface AgentDirectoryOptions {
    readonly connection: SalesforceConnection;
    /** The field of User that holds what the telephony side calls an agent. */
    readonly userField: string;
    readonly now: () => number;
}

const KNOWN_MS = 10 * 60_000;
/** An administrator who just filled an extension in should not wait long. */
const UNKNOWN_MS = 60_000;
const EVERYBODY_MS = 5 * 60_000;
const MAX_AGENTS = 10_000;
const MAX_EXTENSIONS_IN_QUERY = 100;
const EXTENSION = /^[0-9A-Za-z*#_.@-]{1,80}$/;
const USER_ID = /^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/;

/** The users who answer calls. Who was looked up is remembered for some minutes; several at once are one query. */
export function createAgentDirectory({ connection, userField, now }: AgentDirectoryOptions) {
    const known = new LRUCache<string, { user: SalesforceUser | null }>({
        max: MAX_AGENTS,
        ttl: KNOWN_MS,
        perf: { now }
    });
    const asked = new DataLoader<string, SalesforceUser | null>(
        async (extensions) => {
            const users = await select(
                `${userField} IN (${extensions.map(quote).join(', ')}) AND IsActive = true ORDER BY CreatedDate`
            );
            return extensions.map((extension) => users.find((user) => isSame(user.extension, extension)) ?? null);
        },
        { cache: false, maxBatchSize: MAX_EXTENSIONS_IN_QUERY }
    );

    let everybody: { readonly askedAt: number; readonly users: Promise<AgentUser[]> } | null = null;

    async function select(condition: string): Promise<SalesforceUser[]> {
        const soql = `SELECT Id, Name, ${userField}, TimeZoneSidKey, IsActive FROM User WHERE ${condition}`;
        const { records } = await connection
            .query<UserRecord>(soql, { autoFetch: true, maxFetch: MAX_AGENTS })
            .catch((error: unknown) => {
                throw toSalesforceError(error);
            });
        return records.map((user) => ({
            id: user.Id,
            name: user.Name,
            extension: typeof user[userField] === 'string' ? user[userField] : null,
            timeZone: user.TimeZoneSidKey,
            active: user.IsActive
        }));
    }

    async function selectAll(): Promise<AgentUser[]> {
        const users = await select(`${userField} != null AND IsActive = true ORDER BY CreatedDate`);
        const byExtension = new Map<string, AgentUser>();
        for (const { extension, ...user } of users) {
            const key = extension?.toLowerCase();
            if (extension && key && !byExtension.has(key)) byExtension.set(key, { ...user, extension });
        }
        return [...byExtension.values()];
    }

    return {
        async byId(userId: string): Promise<SalesforceUser | null> {
            const user = USER_ID.test(userId) ? ((await select(`Id = ${quote(userId)}`))[0] ?? null) : null;
            // who signs in with an extension sits at it, whoever had it before
            if (user?.extension && user.active) known.set(user.extension, { user }, { ttl: KNOWN_MS });
            return user;
        },

        /** The active user with this extension; of several, who has been there longest. */
        async byExtension(extension: string): Promise<SalesforceUser | null> {
            if (!EXTENSION.test(extension)) return null;
            const remembered = known.get(extension);
            if (remembered) return remembered.user;
            const user = await asked.load(extension);
            known.set(extension, { user }, { ttl: user ? KNOWN_MS : UNKNOWN_MS });
            return user;
        },

        /** Every active user with an extension, as of some minutes ago; of several with the same, who has been there longest. */
        all(): Promise<AgentUser[]> {
            if (everybody && now() - everybody.askedAt < EVERYBODY_MS) return everybody.users;
            const asking = { askedAt: now(), users: selectAll() };
            everybody = asking;
            asking.users.catch(() => {
                if (everybody === asking) everybody = null;
            });
            return asking.users;
        },

        /** Salesforce says that this user is not what we remember. */
        forget: (extension: string): void => void known.delete(extension)
    };
}

export type AgentDirectory = ReturnType<typeof createAgentDirectory>;

/** SOQL compares text without regard to case. */
const isSame = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
