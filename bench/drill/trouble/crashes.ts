import { setTimeout as wait } from 'node:timers/promises';
import type { Pbx } from '../calls/pbx.ts';
import type { Random } from '../random.ts';
import type { DrillStack } from '../stack/drillStack.ts';
import type { FaultWeather } from './faultWeather.ts';

type CrashKind = 'replica' | 'org' | 'postgres' | 'telephony';

interface Crash {
    readonly kind: CrashKind;
    readonly atMs: number;
    readonly downMs: number;
    readonly replica: number;
}

/** What was really ended or cut. */
export type CrashCounts = Record<CrashKind, number>;

/** The mean time between two of a kind, and the longest time that it stays down. */
const CRASHES: Readonly<Record<CrashKind, { readonly everyMs: number; readonly downMs: number }>> = {
    replica: { everyMs: 7_000, downMs: 2_500 },
    org: { everyMs: 15_000, downMs: 2_000 },
    postgres: { everyMs: 18_000, downMs: 1_500 },
    telephony: { everyMs: 4_000, downMs: 3_000 }
};

/** What breaks and when: all of it from the seed. At least one of each kind. */
export function planCrashes(loadMs: number, replicas: number, random: Random): Crash[] {
    const kinds = Object.entries(CRASHES) as [CrashKind, (typeof CRASHES)[CrashKind]][];
    return kinds
        .flatMap(([kind, { everyMs, downMs }]) => {
            const count = Math.max(1, Math.round(loadMs / everyMs));
            return Array.from({ length: count }, (_, index) => ({
                kind,
                atMs: (loadMs / count) * (index + random.between(0, 1)),
                downMs: random.whole(0, downMs),
                replica: random.whole(0, replicas - 1)
            }));
        })
        .toSorted((a, b) => a.atMs - b.atMs);
}

interface CrashOptions {
    readonly stack: DrillStack;
    readonly pbx: Pbx;
    readonly weather: FaultWeather;
    readonly signal: AbortSignal;
    readonly onCrash: (kind: CrashKind) => void;
}

/** Breaks what is planned. Resolves once everything runs again. */
export async function runCrashes(crashes: readonly Crash[], options: CrashOptions): Promise<CrashCounts> {
    const { stack, pbx, weather, signal, onCrash } = options;
    const counts: CrashCounts = { replica: 0, org: 0, postgres: 0, telephony: 0 };
    const beganMs = Date.now();

    async function run({ kind, downMs, replica }: Crash): Promise<boolean> {
        switch (kind) {
            case 'replica':
                return (await stack.bridges[replica]?.kill(downMs)) ?? false;
            case 'org':
                return weather.whileForgotten(() => stack.org.kill(downMs));
            case 'postgres':
                await stack.postgres.crash(downMs);
                return true;
            case 'telephony':
                await pbx.cut(replica, downMs, signal);
                return true;
        }
    }

    let postgres: Promise<unknown> = Promise.resolve();
    await Promise.all(
        crashes.map(async (crash) => {
            await wait(Math.max(0, beganMs + crash.atMs - Date.now()), undefined, { signal });
            onCrash(crash.kind);
            const turn = crash.kind === 'postgres' ? postgres : Promise.resolve();
            const done = turn.then(() => run(crash));
            if (crash.kind === 'postgres') postgres = done;
            if (await done) counts[crash.kind] += 1;
        })
    );
    await Promise.all([stack.org, ...stack.bridges].map((kept) => kept.up()));
    return counts;
}
