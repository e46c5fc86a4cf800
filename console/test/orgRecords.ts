const API = '/services/data/v66.0';

/** How many records a SOQL query finds for the administrator. @param soql `SELECT Id FROM …` */
export async function countRecords(orgUrl: string, soql: string): Promise<number> {
    const accessToken = await logInAdministrator(orgUrl);
    const { totalSize } = await ask<{ totalSize: number }>(
        `${orgUrl}${API}/query?${new URLSearchParams({ q: soql })}`,
        { headers: { authorization: `Bearer ${accessToken}` } }
    );
    return totalSize;
}

/** @returns an access token */
export async function logInAdministrator(orgUrl: string): Promise<string> {
    const { accessToken } = await ask<{ accessToken: string }>(`${orgUrl}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin@local.org' })
    });
    return accessToken;
}

/** Throws what the org says when it refuses. */
export async function ask<Answer>(url: string, request: RequestInit): Promise<Answer> {
    const response = await fetch(url, request);
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
}
