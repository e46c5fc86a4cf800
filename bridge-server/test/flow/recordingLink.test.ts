import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import type { RecordingTicket } from '../../src/contract/agentApi.ts';
import { createBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { PEOPLE_CLIENT_ID, type PrivateOrg, startPrivateOrg } from '../support/privateOrg.ts';
import { SOUND } from '../support/recordedCall.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { createWebhookSide, WEBHOOK_SECRET } from '../support/webhookSide.ts';
import { about, answered, arrived, ended, MARIA } from '../support/webhookStory.ts';

let org: PrivateOrg;
let bridge: App;
let ana: TestAgent;
let protocol: string;
/** As it stands in the Task's Comments. */
let link: string;

beforeAll(async () => {
    org = await startPrivateOrg();
    const recordings = mkdtempSync(join(tmpdir(), 'pbx-recordings-'));
    writeFileSync(join(recordings, 'audio-of-c.mp3'), SOUND);
    bridge = await startTestBridge({
        SALESFORCE_LOGIN_URL: org.url,
        SALESFORCE_PRIVATE_KEY_FILE: org.privateKeyFile,
        SIGN_IN_CLIENT_ID: PEOPLE_CLIENT_ID,
        WEBHOOK_SECRETS: WEBHOOK_SECRET,
        RECORDINGS_DIR: recordings
    });
    org.allowCallback(bridge.url);
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
    const telephony = createWebhookSide(bridge.url);
    await telephony.tell(arrived(MARIA), ...answered, about('recordingStarted', 6));
    ({ protocol } = await ana.seesCall((call) => call.case !== null));
    await telephony.tell(ended, about('recordingReady', 41, { name: 'audio-of-c', format: 'mp3' }));
    link = `${bridge.url}/recordings/${protocol}`;
});
afterAll(async () => {
    ana.leave();
    await bridge.close();
    await org.close();
});

const askTicket = () => ana.request('POST', `/recordings/${protocol}/ticket`);

test('the link in the Task plays, once the recording was copied, for who sees the Case', async () => {
    const ready = await eventually(askTicket, ({ status }) => status !== 409);
    const [part] = ((await ready.json()) as RecordingTicket).parts;
    expect(part).toMatchObject({ contentType: 'audio/mpeg', bytes: SOUND.length });
    expect(Buffer.from(await (await fetch(part?.url ?? '')).arrayBuffer())).toEqual(SOUND);

    const [task] = [...org.local.org.records.all('Task')].filter(({ Description }) =>
        String(Description).includes(link)
    );
    expect(task).toBeDefined();
    const heard = await createBrowser().signIn(link, 'ana@local.org');
    expect([heard.status, heard.headers.get('content-disposition')]).toEqual([
        200,
        `inline; filename="${protocol}.mp3"`
    ]);
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(SOUND);
});

test('it shows a page without audio to who does not see the Case', async () => {
    const page = await createBrowser().signIn(link, 'bruno@local.org');
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
});
