import { z } from 'zod';
import { AriRefused, AriUnreachable } from './ariError.ts';

/** Resolves to the body, null where there is none. Throws AriRefused, AriUnreachable. */
export type AriRequest = (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    query?: Readonly<Record<string, string>>
) => Promise<unknown>;

interface AriRequestOptions {
    readonly url: string;
    readonly authorization: string;
    readonly deadlineMs: number;
}

const refusalSchema = z.object({ message: z.string() });

export const createAriRequest =
    ({ url, authorization, deadlineMs }: AriRequestOptions): AriRequest =>
    async (method, path, query = {}) => {
        const signal = AbortSignal.timeout(deadlineMs);
        const search = new URLSearchParams(query);
        const address = search.size > 0 ? `${url}${path}?${search}` : `${url}${path}`;
        let status: number;
        let text: string;
        try {
            // a redirect would be followed with the password
            const response = await fetch(address, { method, headers: { authorization }, redirect: 'error', signal });
            status = response.status;
            text = await response.text();
        } catch (error) {
            throw new AriUnreachable(`the REST interface of the PBX did not answer ${method} ${path}`, {
                cause: error
            });
        }
        const body = readJson(text);
        if (status >= 200 && status < 300) return body;
        throw new AriRefused(status, refusalSchema.safeParse(body).data?.message ?? `status ${status}`);
    };

/** A proxy in between may answer in anything. */
function readJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
