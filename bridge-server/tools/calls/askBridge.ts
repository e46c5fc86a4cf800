import type { z } from 'zod';
import { problemSchema } from '../../src/contract/agentApi.ts';
import type { Connection } from './connection.ts';

/** Asks a bridge, and reads its answer. Throws Error with what to do. */
export type AskBridge = <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    request?: { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly body?: unknown }
) => Promise<z.output<Schema>>;

/** Longer than a bridge needs for a long list, or to delete a call's files. */
const TIMEOUT_MS = 20_000;

export function createAskBridge({ bridgeUrl, token }: Connection): AskBridge {
    return async (schema, path, request) => {
        const { method = 'GET', body: sent } = request ?? {};
        const response = await fetch(`${bridgeUrl}${path}`, {
            method,
            headers: {
                authorization: `Bearer ${token}`,
                ...(sent !== undefined && { 'content-type': 'application/json' })
            },
            ...(sent !== undefined && { body: JSON.stringify(sent) }),
            signal: AbortSignal.timeout(TIMEOUT_MS)
        }).catch((error: unknown) => {
            throw new Error(
                `No bridge answers at ${bridgeUrl}. Start it, or set BRIDGE_URL to where it listens (${reasonOf(error)}).`,
                { cause: error }
            );
        });
        const body: unknown = await response.json().catch(() => null);
        const answer = schema.safeParse(body);
        if (response.ok && answer.success) return answer.data;
        const problem = problemSchema.safeParse(body);
        if (response.status === 401)
            throw new Error(
                'The bridge does not accept this ADMIN_TOKEN. Set it to the one that the bridge was started with.'
            );
        throw new Error(
            problem.success
                ? problem.data.detail
                : `What answers at ${bridgeUrl} is no bridge of this version (status ${response.status}). Set BRIDGE_URL to where the bridge listens.`
        );
    };
}

/** `fetch` wraps what happened in an error that only says that it failed. */
function reasonOf(error: unknown): string {
    const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
    return inner instanceof Error ? inner.message : String(inner);
}
