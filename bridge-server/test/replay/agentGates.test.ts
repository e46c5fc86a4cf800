import { join } from 'node:path';
import { findAgentGates } from '../../tools/replay/agentGates.ts';
import { readCapture } from '../../tools/replay/readCapture.ts';

test.each([
    ['ami-queue-answered.jsonl', ['1001 PJSIPNotify before Newstate', '1001 Hangup before BridgeLeave']],
    ['ami-queue-abandoned.jsonl', []],
    ['ami-queue-rejected-by-softphone.jsonl', ['1002 PJSIPNotify before Newstate', '1002 Hangup before HangupRequest']],
    [
        'ami-queue-blind-transfer.jsonl',
        ['1001 PJSIPNotify before Newstate', '1002 PJSIPNotify before Newstate', '1002 Hangup before HangupRequest']
    ],
    ['ami-queue-outbound.jsonl', ['1001 Hangup before HangupRequest']]
])('%s waits for the agents where they acted', async (name, gates) => {
    const capture = await readCapture(join(import.meta.dirname, '../captures', name));
    const messages = capture.map(({ message }) => message);
    const told = findAgentGates(messages).map(
        ({ agent, command, before }) => `${agent} ${command} before ${messages[before]?.['Event']}`
    );
    expect(told).toEqual(gates);
});
