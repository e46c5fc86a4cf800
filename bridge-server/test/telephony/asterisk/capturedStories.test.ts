import { applyEvent } from '../../../src/calls/applyEvent.ts';
import type { Call } from '../../../src/calls/call.ts';
import { callResult } from '../../../src/calls/callResult.ts';
import { DEFAULT_RULES, plan } from '../../../src/calls/plan.ts';
import { translateEvent } from '../../../src/telephony/asterisk/translateEvent.ts';
import { readCapture } from '../../../tools/replay/readCapture.ts';
import { captureFile } from './captureFile.ts';
import { newTranslation } from './newTranslation.ts';

/** What a recorded stream leaves of its call, by the times at which it was recorded. */
async function reduceCapture(name: string): Promise<Call> {
    const translation = newTranslation();
    let at = Date.parse('2026-11-23T12:00:00.000Z');
    let call: Call | null = null;
    for (const { message, afterMs } of await readCapture(captureFile(name))) {
        at += afterMs;
        for (const event of translateEvent(message, new Date(at).toISOString(), translation))
            call = applyEvent(call, event);
    }
    if (!call) throw new Error(`${name} tells of no call`);
    return call;
}

const secondsBetween = (from: string | null, to: string | null): number | null =>
    from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 100) / 10 : null;

/** `1001 answered 1.7 s` and so on, with what Salesforce is to be given for it. */
const tell = (call: Call): string[] => [
    `${call.direction} ${call.number} ${call.endedAt ? 'ended' : 'open'}${call.recording?.name ? ' recorded' : ''}`,
    ...call.legs.map((leg) => {
        const talked = secondsBetween(leg.answeredAt, leg.endedAt);
        const held = leg.heldMs > 0 ? ` held ${(leg.heldMs / 1000).toFixed(1)} s` : '';
        const handed = leg.transfer ? ` ${leg.transfer.mode} to ${leg.transfer.to}` : '';
        return `${leg.agent} ${callResult(call, leg)}${talked === null ? '' : ` ${talked} s`}${held}${handed}`;
    }),
    plan(call, DEFAULT_RULES)
        .map((step) => ('leg' in step ? `${step.kind} ${step.leg.agent}` : step.kind))
        .join(', ')
];

test.each<[string, string[]]>([
    [
        'ami-queue-answered.jsonl',
        ['inbound 5511987654321 ended recorded', '1001 answered 1.7 s', 'findCaller, openCase 1001, saveTask 1001']
    ],
    [
        'ami-queue-recording.jsonl',
        ['inbound 5511987654321 ended recorded', '1001 answered 2.2 s', 'findCaller, openCase 1001, saveTask 1001']
    ],
    ['ami-queue-abandoned.jsonl', ['inbound 5511987654321 ended recorded', '1001 abandoned', '']],
    [
        'ami-queue-rejected-by-softphone.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1001 refused',
            '1002 answered 0.8 s',
            'findCaller, openCase 1002, saveTask 1002'
        ]
    ],
    [
        'ami-queue-hold-unhold.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1001 answered 3.2 s held 1.0 s',
            'findCaller, openCase 1001, saveTask 1001'
        ]
    ],
    [
        'ami-queue-blind-transfer.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1001 answered 0.7 s blind to 1002',
            '1002 answered 1.2 s',
            'findCaller, openCase 1002, saveTask 1001, saveTask 1002'
        ]
    ],
    [
        'ami-queue-attended-transfer.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1001 answered 3.2 s held 2.3 s attended to 1002',
            '1002 answered 1.2 s',
            'findCaller, openCase 1002, saveTask 1001, saveTask 1002'
        ]
    ],
    [
        'ami-queue-outbound.jsonl',
        ['outbound 5511912345678 ended', '1001 answered 1.5 s', 'findCaller, openCase 1001, saveTask 1001']
    ],
    [
        'ami-softphone-consult-completed.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1002 answered 1.3 s held 0.7 s attended to 1001',
            '1001 answered 0.7 s',
            'findCaller, openCase 1001, saveTask 1002, saveTask 1001'
        ]
    ],
    [
        'ami-softphone-consult-cancelled.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1003 answered 1.8 s held 0.7 s',
            '1002 missed',
            'findCaller, openCase 1003, saveTask 1003'
        ]
    ],
    [
        'ami-softphone-conference.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1001 answered 2.4 s held 1.0 s',
            '1002 answered 1.3 s',
            'findCaller, openCase 1002, saveTask 1001, saveTask 1002'
        ]
    ],
    [
        'ami-softphone-consult-queue.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1004 answered 1.3 s held 0.8 s attended to vendas',
            '1003 answered 0.9 s',
            'findCaller, openCase 1003, saveTask 1004, saveTask 1003'
        ]
    ],
    [
        'ami-softphone-transfer-called-back.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1003 answered 0.9 s held 0.4 s attended to 1002',
            '1002 refused',
            '1003 answered 0.5 s',
            'findCaller, openCase 1003, saveTask 1003, saveTask 1003'
        ]
    ],
    [
        'ami-softphone-blind-to-queue.jsonl',
        [
            'inbound 5511987654321 ended recorded',
            '1003 answered 0.3 s blind to vendas',
            '1004 answered 0.5 s',
            'findCaller, openCase 1004, saveTask 1003, saveTask 1004'
        ]
    ],
    [
        'ami-softphone-dial-answered.jsonl',
        ['outbound +5511912345678 ended recorded', '1001 answered 0.5 s', 'findCaller, openCase 1001, saveTask 1001']
    ],
    ['ami-softphone-dial-busy.jsonl', ['outbound +5511912345678 ended recorded', '1001 failed', '']],
    ['ami-softphone-dial-phone-busy.jsonl', ['outbound +5511912345678 ended', '1001 failed', '']],
    ['ami-softphone-dial-colleague.jsonl', ['internal 1002 ended', '1001 answered 0.3 s', '1002 answered 0.3 s', '']]
])('%s reduces to its call', async (name, story) => {
    expect(tell(await reduceCapture(name))).toEqual(story);
});
