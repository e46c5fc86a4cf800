import { signIn } from '../../bridge-server/test/support/testAgent.ts';
import type { TestStack } from './stack.ts';

/** Who plays the customers of the simulated line without a page: many call at once. */
export interface CustomersOnLine {
    /** Somebody calls an agent, or the queue. @returns the call's id */
    call(number: string, ring: 'me' | 'everybody'): Promise<string>;
    /** The customer of this call hangs up. */
    customerHangsUp(callId: string): Promise<void>;
    /** Everybody who is on the line hangs up. */
    hangUpAll(): Promise<void>;
    /** The agent does something to a call, as if in another window. */
    act(callId: string, action: 'answer' | 'hangup'): Promise<void>;
    /** The agent is available, whatever the last story left behind. */
    beAvailable(): Promise<void>;
}

/** @param username of the agent whom `me` calls */
export async function customersOf({ bridgeUrl, orgUrl }: TestStack, username: string): Promise<CustomersOnLine> {
    const { token } = await signIn(bridgeUrl, orgUrl, username);

    async function request(method: string, path: string, body: object = {}): Promise<Response> {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const isRead = method === 'GET';
        const response = await fetch(`${bridgeUrl}${path}`, {
            method,
            headers,
            ...(!isRead && { body: JSON.stringify(body) })
        });
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
        return response;
    }

    const ofCall = (callId: string, action: string): string => `calls/${encodeURIComponent(callId)}/${action}`;

    return {
        async call(number, ring) {
            const response = await request('POST', '/simulator/calls', { number, ring });
            return ((await response.json()) as { callId: string }).callId;
        },
        async customerHangsUp(callId) {
            await request('POST', `/simulator/${ofCall(callId, 'hangup')}`);
        },
        async hangUpAll() {
            const { calls } = (await (await request('GET', '/simulator/calls')).json()) as {
                calls: { callId: string }[];
            };
            await Promise.all(calls.map(({ callId }) => request('POST', `/simulator/${ofCall(callId, 'hangup')}`)));
        },
        async act(callId, action) {
            await request('POST', `/agent/${ofCall(callId, action)}`);
        },
        async beAvailable() {
            await request('DELETE', '/agent/wrap-up');
            await request('PUT', '/agent/presence', { state: 'available' });
        }
    };
}
