import type { CaseCall, TimelineEntry } from 'bridge/contract';

const anaOnTheLine = { extension: '1001', name: 'Ana Souza' };

export const timelineEntry = (changes: Partial<TimelineEntry> = {}): TimelineEntry => ({
    at: '2026-11-23T12:00:10.000Z',
    what: 'answered',
    agent: anaOnTheLine,
    detail: null,
    ...changes
});

/** A call of a Case that is over, with what a test changes about it. */
export const caseCall = (changes: Partial<CaseCall> = {}): CaseCall => ({
    callId: 'asterisk:1700000000.1',
    protocol: '20261123000042',
    direction: 'inbound',
    numberDisplay: '(11) 98765-4321',
    queue: 'suporte',
    startedAt: '2026-11-23T12:00:00.000Z',
    answeredAt: '2026-11-23T12:00:10.000Z',
    endedAt: '2026-11-23T12:02:15.000Z',
    heldMs: 0,
    recorded: true,
    notes: [],
    timeline: [
        timelineEntry({ at: '2026-11-23T12:00:00.000Z', what: 'arrived', agent: null }),
        timelineEntry(),
        timelineEntry({ at: '2026-11-23T12:02:15.000Z', what: 'ended', agent: null })
    ],
    ...changes
});
