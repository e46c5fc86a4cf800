import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAlaw } from './audio/g711.ts';
import type { Address } from './audio/rtpPacket.ts';
import { SAMPLES_A_SECOND, sine } from './audio/tones.ts';
import { crowd } from './scenarios/crowd.ts';
import { runSipp } from './sipp/runSipp.ts';

export interface CallersOptions {
    readonly pbx: Address;
    readonly to: string;
    readonly count: number;
    readonly perSecond: number;
    /** How long each call lasts from its answer by the PBX on, waiting included. */
    readonly talkSeconds: number;
    /** Caller number of the one with this index, from 0. */
    numberOf(index: number): string;
    readonly toneHz?: number;
    readonly localAddress: string;
    readonly folder: string;
}

export interface CallersResult {
    readonly succeeded: number;
    readonly failed: number;
}

const CALLER_HZ = 440;
const GRACE_SECONDS = 30;
const STATISTICS = 'callers.csv';

/** Many callers of one sipp, which does their audio too; resolves when the last one has hung up. */
export async function startCallers(options: CallersOptions): Promise<CallersResult> {
    const { pbx, to, count, perSecond, talkSeconds, numberOf, toneHz = CALLER_HZ, localAddress, folder } = options;
    mkdirSync(folder, { recursive: true });
    const callers = Array.from({ length: count }, (_, index) => `${numberOf(index)};Cliente ${index + 1}`);
    writeFileSync(join(folder, 'callers-numbers.csv'), ['SEQUENTIAL', ...callers, ''].join('\n'));
    writeFileSync(join(folder, 'callers-tone.al'), encodeAlaw(sine(toneHz, SAMPLES_A_SECOND)));
    const failure = await runSipp({
        name: 'callers',
        folder,
        scenario: crowd('callers-tone.al', talkSeconds * 1000),
        pbx,
        localAddress,
        to,
        calls: count,
        lastsSeconds: Math.ceil(count / perSecond) + talkSeconds + GRACE_SECONDS,
        more: [
            ...['-inf', 'callers-numbers.csv', '-r', String(perSecond), '-l', String(count)],
            ...['-trace_stat', '-stf', STATISTICS, '-fd', '1']
        ]
    }).then(
        () => undefined,
        (error: unknown) => error
    );
    const succeeded = lastCount(readFileSync(join(folder, STATISTICS), 'utf8'), 'SuccessfulCall(C)');
    if (succeeded === undefined) throw failure ?? new Error(`sipp left no statistics in ${folder}.`);
    return { succeeded, failed: count - succeeded };
}

/** sipp writes a line every second and one at the end, semicolons between the numbers. */
function lastCount(statistics: string, column: string): number | undefined {
    const lines = statistics.trim().split('\n');
    const index = lines[0]?.split(';').indexOf(column) ?? -1;
    const text = lines.length > 1 && index >= 0 ? lines.at(-1)?.split(';')[index] : undefined;
    return text === undefined ? undefined : Number(text);
}
