import { setTimeout as wait } from 'node:timers/promises';
import { followCalls } from '../../../bench/stack/followCalls.ts';
import type { AgentAction, CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { signIn } from '../../../bridge-server/test/support/testAgent.ts';

/** An agent at their softphone: signed in, and listening to the stream, also after the bridge was away. */
export interface Softphone {
    readonly extension: string;
    /** The latest view of every call that it heard of. */
    calls(): CallView[];
    /**
     * Resolves with the first call, as it is or becomes, that satisfies the condition. Rejects with the calls that were
     * there instead. @param limitMs 10 s unless given
     */
    sees(condition: (call: CallView) => boolean, limitMs?: number): Promise<CallView>;
    /** Gives each view from now on, the moment it comes. */
    watch(onView: (call: CallView) => void): void;
    /** @throws Error with the bridge's words when it refuses */
    command(call: CallView, action: AgentAction, body?: object): Promise<void>;
    request(method: string, path: string, body?: unknown): Promise<Response>;
    leave(): void;
}

const LIMIT_MS = 10_000;
const SHOWN_CALLS = 3;

export async function openSoftphone(
    bridgeUrl: string,
    orgUrl: string,
    agent: { readonly extension: string; readonly username: string }
): Promise<Softphone> {
    const { token } = await signIn(bridgeUrl, orgUrl, agent.username);
    const authorization = { authorization: `Bearer ${token}` };
    const views = new Map<string, CallView>();
    const listeners = new Set<(call: CallView) => void>();
    const leaving = new AbortController();
    await followCalls<CallView>(`${bridgeUrl}/agent/events`, authorization, leaving.signal, (call) => {
        views.set(call.legId, call);
        for (const listener of listeners) listener(call);
    });
    const calls = () => [...views.values()];

    async function request(method: string, path: string, body?: unknown): Promise<Response> {
        const headers = { ...authorization, 'content-type': 'application/json' };
        return fetch(`${bridgeUrl}${path}`, {
            method,
            headers,
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    }

    async function sees(condition: (call: CallView) => boolean, limitMs = LIMIT_MS): Promise<CallView> {
        const seen = Promise.withResolvers<CallView>();
        const look = () => {
            const call = calls().find(condition);
            if (call) seen.resolve(call);
        };
        listeners.add(look);
        look();
        const given = new AbortController();
        const limit = wait(limitMs, undefined, { signal: given.signal }).then(() => {
            const shown = calls().slice(-SHOWN_CALLS).map(summaryOf).join('\n  ');
            throw new Error(
                `${agent.extension} waited ${limitMs} ms in vain (${condition}); has\n  ${shown || 'no call'}`
            );
        });
        return Promise.race([seen.promise, limit]).finally(() => {
            given.abort();
            listeners.delete(look);
        });
    }

    return {
        extension: agent.extension,
        calls,
        sees,
        watch: (onView) => void listeners.add(onView),
        async command(call, action, body = {}) {
            const response = await request('POST', `/agent/calls/${encodeURIComponent(call.callId)}/${action}`, body);
            if (!response.ok) throw new Error(`${action} was refused (${response.status}): ${await response.text()}`);
        },
        request,
        leave: () => leaving.abort()
    };
}

const summaryOf = ({ callId, number, direction, state, result, protocol, offeredAt, endedAt }: CallView): string =>
    JSON.stringify({ callId, number, direction, state, result, protocol, offeredAt, endedAt });
