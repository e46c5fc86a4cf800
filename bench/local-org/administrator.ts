/** Calls of the REST API as the administrator. */
export interface Administrator {
    get(path: string): Promise<unknown>;
    post(path: string, body: unknown): Promise<unknown>;
}

const API = '/services/data/v66.0';

export async function logInAdministrator(orgUrl: string): Promise<Administrator> {
    const login = await fetch(`${orgUrl}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin@local.org' })
    });
    const { accessToken } = (await login.json()) as { accessToken: string };
    const call = async (path: string, request: RequestInit): Promise<unknown> => {
        const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
        const response = await fetch(`${orgUrl}${API}${path}`, { ...request, headers });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
        return answer;
    };
    return {
        get: (path) => call(path, {}),
        post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) })
    };
}
