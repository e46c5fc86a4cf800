import type { AriLogin } from './doctorInput.ts';

export interface AriAnswer {
    /** 0: nobody answered. */
    readonly status: number;
    /** Null when it is no JSON. */
    readonly body: unknown;
}

interface Question {
    readonly deadlineMs: number;
    /** GET unless given. */
    readonly method?: string | undefined;
}

/** The address of the REST interface without its `/ari`. */
export const ariBase = ({ url }: AriLogin): string => url.replace(/\/+$/, '').replace(/\/ari$/, '');

/** Asks the PBX's REST interface. Of what is no JSON nothing is read. */
export async function askAri(ari: AriLogin, path: string, { deadlineMs, method }: Question): Promise<AriAnswer> {
    const credentials = Buffer.from(`${ari.username}:${ari.password}`).toString('base64');
    try {
        const response = await fetch(`${ariBase(ari)}/ari${path}`, {
            ...(method !== undefined && { method }),
            headers: { authorization: `Basic ${credentials}` },
            signal: AbortSignal.timeout(deadlineMs)
        });
        const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
        const body: unknown = isJson ? await response.json().catch(() => null) : await response.body?.cancel();
        return { status: response.status, body: body ?? null };
    } catch {
        return { status: 0, body: null };
    }
}
