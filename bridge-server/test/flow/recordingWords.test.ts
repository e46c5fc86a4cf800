import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent } from '../support/testAgent.ts';
import { about, answered, arrived, ended, MARIA } from '../support/webhookStory.ts';

const NOT_RECORDED = 'Sem gravação até o fim da ligação.';
const PAUSED = 'Trechos da ligação não foram gravados: a gravação foi pausada.';
const started = about('recordingStarted', 5);
const paused = about('recordingPaused', 10);
const resumed = about('recordingResumed', 15);
const ready = about('recordingReady', 41, { name: 'rec-7', format: 'wav' });

let flow: Flow;
afterEach(() => flow.close());

const startWithFolder = async () => {
    flow = await startFlow({ environment: { RECORDINGS_DIR: mkdtempSync(join(tmpdir(), 'pbx-recordings-')) } });
};

async function comments(): Promise<string | null | undefined> {
    await allCallsWritten(flow.database);
    const tasks = await flow.org.query<TaskRow>(TASKS);
    expect(tasks).toHaveLength(1);
    return tasks[0]?.Description;
}

test('a call whose recording the bridge can have leaves a Task with the link', async () => {
    await startWithFolder();
    await flow.telephony.tell(arrived(MARIA), ...answered, started, ended);
    expect(await comments()).toMatch(/^Gravação: http\S+\/recordings\/\S+$/);
});

test('one that was paused for a while says so below the link', async () => {
    await startWithFolder();
    await flow.telephony.tell(arrived(MARIA), ...answered, started, paused, resumed, ended);
    expect(await comments()).toMatch(new RegExp(`^Gravação: http\\S+\\n${PAUSED}$`));
});

test('without any source that could have the audio there is no link', async () => {
    flow = await startFlow();
    await flow.telephony.tell(arrived(MARIA), ...answered, started, paused, ended);
    expect(await comments()).toBe(`Gravada pela telefonia; o bridge não tem acesso ao áudio.\n${PAUSED}`);
});

test('a recording that is told after the Task was written changes nothing in it, and a note comes below', async () => {
    await startWithFolder();
    await flow.telephony.tell(arrived(MARIA), ...answered, ended);
    expect(await comments()).toBe(NOT_RECORDED);
    await flow.telephony.tell(ready, paused);
    expect(await comments()).toBe(NOT_RECORDED);
    const ana = await joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org');
    const note = { legId: 'webhook:c-1001', reason: null, text: 'Ligar amanhã' };
    expect((await ana.request('PUT', '/agent/calls/webhook%3Ac/note', note)).status).toBe(204);
    ana.leave();
    await eventually(comments, (text) => text !== NOT_RECORDED);
    expect(await comments()).toBe(`${NOT_RECORDED}\n\nLigar amanhã`);
});
