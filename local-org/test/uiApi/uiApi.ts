import type { Connection } from 'jsforce';

export interface UiAnswer {
    status: number;
    /** A representation, or a list of refusals, which has none of these. */
    body: {
        id?: string;
        lastModifiedDate?: string;
        fields?: Record<string, { displayValue: string | null; value: unknown }>;
    };
}

/** One request to the UI API with the connection's session, refused or not. */
export async function uiApi(
    { instanceUrl, accessToken }: Connection,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {}
): Promise<UiAnswer> {
    const response = await fetch(`${instanceUrl}/services/data/v66.0/ui-api/${path}`, {
        method,
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json', ...headers },
        ...(body ? { body: JSON.stringify(body) } : {})
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as UiAnswer['body'] };
}
