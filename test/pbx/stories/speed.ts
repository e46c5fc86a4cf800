import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { printBar } from '../../../bench/printBar.ts';
import { quantile } from '../../../bench/timings.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { LOAD_AGENTS } from '../asterisk/agentPhones.ts';
import { ONE_CALL, timeCommands } from '../bars/timeCommands.ts';
import { timeToStream } from '../bars/timeToStream.ts';
import { watchPbx } from '../bars/watchPbx.ts';
import type { Scene } from '../scene.ts';
import { callEveryAgent } from './load.ts';

const AGENT = '1001';
const LOAD_ROUNDS = 3;
const COMMANDED_CALLS = 15;
const MOMENTS_OF_A_CALL = 3;

/** Prints what the bridge promises on a PBX, and what was seen. A figure that is short fails nothing: machines differ. */
export const tellSpeed = (scene: Scene, report: Report): Promise<void> =>
    tellStory('How fast it is', report, async (step) => {
        await step('from the PBX to the softphone, while 5 calls a second come', async () => {
            const clock = await watchPbx(scene.pbx);
            const softphones = await Promise.all(LOAD_AGENTS.map((extension) => scene.stack.softphone(extension)));
            const measured = timeToStream(clock, softphones);
            const ownDelay = monitorEventLoopDelay({ resolution: 1 });
            ownDelay.enable();
            for (let round = 0; round < LOAD_ROUNDS; round++) await callEveryAgent(scene);
            const moments = LOAD_ROUNDS * LOAD_AGENTS.length * MOMENTS_OF_A_CALL;
            const timings = await eventually(
                () => Promise.resolve(measured.timings()),
                ({ length }) => length >= moments
            );
            clock.close();
            ownDelay.disable();
            console.log(`    ${timings.length} moments, median ${quantile(timings, 0.5).toFixed(1)} ms`);
            // phones, callers and softphones are this one process: on a busy machine it is late itself
            console.log(`    of which this process itself: p99 ${(ownDelay.percentile(99) / 1e6).toFixed(1)} ms`);
            printBar({
                name: 'PBX event to stream p99',
                figure: quantile(timings, 0.99),
                unit: 'ms',
                goal: { atMost: 20 }
            });
        });

        await step('from the softphone to the PBX', async () => {
            const clock = await watchPbx(scene.pbx);
            const [softphone] = await scene.onlyAvailable(AGENT);
            assert.ok(softphone);
            const timings: [string, number][] = [];
            for (let calls = 0; calls < COMMANDED_CALLS; calls++) {
                const customer = await scene.callFromOutside('4001');
                const call = await softphone.sees(
                    ({ number, state }) => number === customer.number && state === 'ringing'
                );
                timings.push(...(await timeCommands(clock, softphone, call)));
                await customer.until('ended');
            }
            clock.close();
            for (const { action } of ONE_CALL) {
                const ofAction = timings.filter(([name]) => name === action).map(([, ms]) => ms);
                console.log(
                    `    ${action}: median ${quantile(ofAction, 0.5).toFixed(1)} ms, longest ${Math.max(...ofAction).toFixed(1)} ms`
                );
            }
            printBar({
                name: 'command to PBX p99',
                figure: quantile(
                    timings.map(([, ms]) => ms),
                    0.99
                ),
                unit: 'ms',
                goal: { atMost: 150 }
            });
        });
    });
