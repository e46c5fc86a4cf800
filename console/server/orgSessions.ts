/** A user signed in to the org. */
export interface OrgSession {
    readonly accessToken: string;
    readonly userId: string;
    readonly name: string;
}

export interface OrgSessions {
    /** The user's session, opened at the first use. */
    get(username: string): Promise<OrgSession>;
    /** Opens a new session in place of one that the org no longer accepts. */
    renew(username: string): Promise<OrgSession>;
}

/** The org knows no such user, or does not answer. `status` is what the page should be told. */
export class SignInError extends Error {
    readonly status: number;

    constructor(status: number, message: string, options?: ErrorOptions) {
        super(message, options);
        this.name = 'SignInError';
        this.status = status;
    }
}

/** Signs users in through the local org's control route, which asks for no password. */
export function createOrgSessions(orgUrl: string): OrgSessions {
    const sessions = new Map<string, Promise<OrgSession>>();

    function renew(username: string): Promise<OrgSession> {
        const session = signIn(orgUrl, username);
        sessions.set(username, session);
        session.catch(() => {
            if (sessions.get(username) === session) sessions.delete(username);
        });
        return session;
    }

    return { renew, get: (username) => sessions.get(username) ?? renew(username) };
}

async function signIn(orgUrl: string, username: string): Promise<OrgSession> {
    const response = await fetch(`${orgUrl}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username })
    }).catch((cause: unknown) => {
        throw new SignInError(502, `A organização local não responde em ${orgUrl}. Inicie-a e recarregue a página.`, {
            cause
        });
    });
    if (!response.ok) {
        throw new SignInError(404, `A organização local não tem um usuário ativo chamado ${username}.`);
    }
    return (await response.json()) as OrgSession;
}
