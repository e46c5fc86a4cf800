import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { residentMegabytes } from '../processMemory.ts';
import { type BridgeOptions, startBridgeProcess } from '../stack/bridgeProcess.ts';
import { median } from '../timings.ts';

export interface Start {
    /** Until the bridge is ready, with its own PostgreSQL, on a data folder that it has used before. */
    readonly readyAfterMs: number;
    /** Of the bridge's process, without PostgreSQL's. */
    readonly idleMegabytes: number;
}

const STARTS = 5;
const IDLE_MS = 3_000;

/** Starts the bridge on an empty folder, then again and again, each time with the PostgreSQL that it brings along. */
export async function measureStart(org: BridgeOptions['org']): Promise<Start> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
    const readyAfterMs: number[] = [];
    let idleMegabytes = 0;
    for (let start = 0; start <= STARTS; start++) {
        const bridge = await startBridgeProcess({ org, dataDir });
        readyAfterMs.push(bridge.readyAfterMs);
        if (start === STARTS) {
            await wait(IDLE_MS);
            idleMegabytes = residentMegabytes(bridge.processId);
        }
        await bridge.stop();
    }
    await rm(dataDir, { recursive: true, force: true });
    const [first = 0, ...others] = readyAfterMs;
    console.log(
        `ready after ${Math.round(first)} ms on an empty data folder, then ${others.map(Math.round).join(', ')} ms`
    );
    return { readyAfterMs: median(others), idleMegabytes };
}
