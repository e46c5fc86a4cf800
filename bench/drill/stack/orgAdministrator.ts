import { setTimeout as wait } from 'node:timers/promises';

/** The org as its administrator sees it. Every call is tried again until the org answers it: the drill kills the org. */
export interface OrgAdministrator {
    /** All rows, page by page. */
    query<Row>(soql: string): Promise<Row[]>;
    /** Resolves to the new record's id. Only for what may be done twice. */
    create(object: string, fields: Readonly<Record<string, string | boolean>>): Promise<string>;
    /** Resolves once the org acknowledged it. */
    update(object: string, id: string, fields: Readonly<Record<string, string>>): Promise<void>;
    /** A route under `/_org`, with which the org itself is taken hold of; null when the org is away. */
    control(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Another version than the bridge's, so that faults can be told to strike the bridge only. */
const API = '/services/data/v67.0';
const RETRY_MS = 200;
const ANSWER_LIMIT_MS = 20_000;

/** @param signal aborted: nothing is tried again */
export function createOrgAdministrator(orgUrl: string, signal: AbortSignal): OrgAdministrator {
    let token: Promise<string> | null = null;

    async function send(method: string, path: string, body: unknown, accessToken?: string): Promise<Response> {
        return fetch(`${orgUrl}${path}`, {
            method,
            headers: {
                'content-type': 'application/json',
                ...(accessToken && { authorization: `Bearer ${accessToken}` })
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)])
        });
    }

    async function logIn(): Promise<string> {
        const answer = await send('POST', '/_org/login', { username: 'admin@local.org' });
        const { accessToken } = (await answer.json()) as { accessToken: string };
        return accessToken;
    }

    async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
        for (;;) {
            const answer = await attempt(method, path, body).catch(() => null);
            signal.throwIfAborted();
            if (answer) {
                if (answer.status < 400) return (answer.text === '' ? null : JSON.parse(answer.text)) as Answer;
                if (answer.status !== 401)
                    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
                token = null;
            }
            await wait(RETRY_MS, undefined, { signal });
        }
    }

    async function attempt(method: string, path: string, body: unknown): Promise<{ status: number; text: string }> {
        token ??= logIn();
        const accessToken = await token.catch((error: unknown) => {
            token = null;
            throw error;
        });
        const response = await send(method, path, body, accessToken);
        return { status: response.status, text: await response.text() };
    }

    return {
        async query<Row>(soql: string): Promise<Row[]> {
            interface Page {
                records: Row[];
                nextRecordsUrl?: string;
            }
            const rows: Row[] = [];
            let next: string | undefined = `${API}/query?q=${encodeURIComponent(soql)}`;
            while (next) {
                const page: Page = await call<Page>('GET', next);
                rows.push(...page.records);
                next = page.nextRecordsUrl;
            }
            return rows;
        },
        create: async (object, fields) => (await call<{ id: string }>('POST', `${API}/sobjects/${object}`, fields)).id,
        update: async (object, id, fields) => void (await call('PATCH', `${API}/sobjects/${object}/${id}`, fields)),
        async control(method, path, body) {
            try {
                const text = await (await send(method, `/_org${path}`, body)).text();
                return text === '' ? null : JSON.parse(text);
            } catch {
                return null;
            }
        }
    };
}
