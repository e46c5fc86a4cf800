import { setTimeout as wait } from 'node:timers/promises';
import type { BenchOrg, OrgFault } from '../stack/benchOrg.ts';
import { eachTwice } from './callStream.ts';
import type { TimedMessage } from './queueCall.ts';

/** What a row may lay hands on while its calls are under way. */
export interface Troubled {
    readonly orgs: readonly Pick<BenchOrg, 'schedule' | 'clearFaults'>[];
    readonly bridges: readonly { killAndRestart(): Promise<void> }[];
}

export interface FaultRow {
    readonly name: string;
    /** Of its bar. */
    readonly id: string;
    /** From before the first call until everything is written. */
    readonly faults?: readonly OrgFault[];
    /** Beside the calls. */
    readonly meanwhile?: (troubled: Troubled) => Promise<void>;
    readonly send?: (messages: readonly TimedMessage[]) => TimedMessage[];
    /** How often the stream is played; 1 if absent. */
    readonly times?: number;
}

export const ORG_SLOW: OrgFault = { kind: 'delay', rate: 1, delayMs: 2_000 };

const OUTAGE = { afterMs: 8_000, lastsMs: 10_000 };
const KILLED_AFTER_MS = 13_000;
const LOST_SHARE = 0.3;

/** Of all calls 10 % meet each of them: each fault draws from those that the ones before it let pass. */
const ERRORS: readonly OrgFault[] = [
    { kind: 'serverError', rate: 1 / 10, seed: 1 },
    { kind: 'serverUnavailable', rate: 1 / 9, seed: 2 },
    { kind: 'rowLocked', rate: 1 / 8, seed: 3 }
];

export const FAULT_ROWS: readonly FaultRow[] = [
    { name: 'no fault', id: 'none' },
    { name: 'the org 2 s slow', id: 'org-slow', faults: [ORG_SLOW] },
    {
        name: '503 for 10 s',
        id: 'org-503',
        async meanwhile({ orgs }) {
            await wait(OUTAGE.afterMs);
            for (const org of orgs) await org.schedule({ kind: 'serverUnavailable', rate: 1 });
            await wait(OUTAGE.lastsMs);
            for (const org of orgs) await org.clearFaults();
        }
    },
    { name: '30 % errors', id: 'errors', faults: ERRORS },
    {
        name: 'kill -9 of the bridge mid-calls',
        id: 'kill',
        async meanwhile({ bridges }) {
            await wait(KILLED_AFTER_MS);
            for (const bridge of bridges) await bridge.killAndRestart();
        }
    },
    { name: 'the stream played twice', id: 'played-twice', times: 2 },
    { name: 'each event sent twice', id: 'sent-twice', send: eachTwice },
    {
        name: '30 % of the answers to writes lost',
        id: 'answers-lost',
        faults: [{ kind: 'dropAfterCommit', rate: LOST_SHARE, match: { method: 'POST' } }]
    }
];
