import { createContext, runInContext } from 'node:vm';
import { type CallView, callViewSchema } from '../../../bridge-server/src/contract/agentApi.ts';
import type { PlayedCalls } from '../pageApi.ts';
import { readPageScripts } from '../pageScripts.ts';

const OPENED_CASE = { id: '500000000000001AAA', number: '00001001' };

/** What the softphone is told when a page plays these calls. */
async function play(calls: Omit<PlayedCalls, 'case'>): Promise<CallView[]> {
    const told: CallView[] = [];
    const tell = (views: readonly CallView[]) => void told.push(...views);
    const page = createContext({ softphoneProbe: { tell }, setTimeout });
    const playCallsScript = readPageScripts()[1] ?? '';
    runInContext(playCallsScript, page);
    await (runInContext('playCalls', page) as (played: PlayedCalls) => Promise<void>)({ ...calls, case: OPENED_CASE });
    return told;
}

test('the page plays calls such as the bridge tells of', async () => {
    const told = await play({ first: 0, count: 45 });

    expect(told.map((call) => callViewSchema.safeParse(call).error)).toEqual(told.map(() => undefined));
});

test('every played call rings first and is over in the end', async () => {
    const told = await play({ first: 100, count: 45 });

    const states = Object.values(Object.groupBy(told, ({ legId }) => legId)).map((views) =>
        views?.map(({ state }) => state)
    );
    expect(states).toHaveLength(45);
    for (const all of states) expect([all?.[0], all?.at(-1)]).toEqual(['ringing', 'ended']);
});

test('of the played calls one of twenty is answered, with a Case', async () => {
    const told = await play({ first: 0, count: 40 });

    const answered = told.filter(({ result }) => result === 'answered');
    expect(answered.map((call) => call.case)).toEqual([OPENED_CASE, OPENED_CASE]);
});
