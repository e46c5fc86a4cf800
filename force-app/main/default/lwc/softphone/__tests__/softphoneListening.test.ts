import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { joinRecordings } from 'c/recordingTurn';
import { endedCall, presenceOf, ringingCall, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { installFakeAudio } from '../../recordingTrack/__tests__/fakeAudio';
import { recordingTicket } from '../../recordingTrack/__tests__/tickets';

const ROUTE = 'POST /recordings/20261123000042/ticket';
const call = endedCall({ recorded: true });
let page: SoftphonePage;

const fire = (type: string, detail?: unknown): boolean => page.history.dispatchEvent(new CustomEvent(type, { detail }));

beforeEach(() => {
    installFakeAudio();
    page = new SoftphonePage();
});

describe('a call of the history that is to be heard', () => {
    it('opens with a ticket of the bridge, and is closed again', async () => {
        const ticket = recordingTicket();
        page.bridge.answerWith(ROUTE, () => new Response(JSON.stringify(ticket)));
        await page.openConnected();
        fire('recordingwanted', { call });

        await eventually(() => expect(page.history.listening?.recording).toEqual({ status: 'open', ticket }));
        expect(page.history.listening?.call).toEqual(call);
        expect(page.bridge.requestsTo(ROUTE)).toHaveLength(1);

        fire('recordingclose');
        await eventually(() => expect(page.history.listening).toBeNull());
    });

    it('says by its name what kept it from opening', async () => {
        page.bridge.answerWith(ROUTE, () =>
            problemResponse(404, { type: 'urn:softphone-bridge:recording-not-ready', detail: 'em inglês' })
        );
        await page.openConnected();
        fire('recordingwanted', { call });

        await eventually(() =>
            expect(page.history.listening?.recording).toEqual({ status: 'failed', reason: 'recording-not-ready' })
        );
    });

    it('says when and why it was deleted', async () => {
        const deletion = { at: '2026-11-23T12:00:00.000Z', kind: 'erased' } as const;
        page.bridge.answerWith(ROUTE, () =>
            problemResponse(410, { type: 'urn:softphone-bridge:recording-deleted', deletion })
        );
        await page.openConnected();
        fire('recordingwanted', { call });

        const recording = { status: 'failed', reason: 'recording-deleted', deletion };
        await eventually(() => expect(page.history.listening?.recording).toEqual(recording));
    });

    it('says so when the bridge is away', async () => {
        await page.openConnected();
        page.bridge.goDown();
        fire('recordingwanted', { call });

        await eventually(() =>
            expect(page.history.listening?.recording).toEqual({ status: 'failed', reason: 'unreachable' })
        );
    });
});

describe('a call that comes', () => {
    const pause = jest.fn();
    let leave = (): void => undefined;

    beforeEach(() => {
        pause.mockClear();
        leave = joinRecordings(pause);
    });
    afterEach(() => leave());

    it('has all recordings of the page fall silent, when it rings and when it is answered', async () => {
        await page.openConnected();
        page.bridge.sendCall(ringingCall());
        await eventually(() => expect(pause).toHaveBeenCalledTimes(1));
        page.bridge.sendCall(talkingCall());
        await eventually(() => expect(pause).toHaveBeenCalledTimes(2));
    });

    it('lets the agent listen on their own account while it lasts', async () => {
        await page.openConnected(talkingCall());
        await eventually(() => expect(pause).toHaveBeenCalledTimes(1));
        page.bridge.sendCall(talkingCall({ muted: true }));
        page.bridge.sendCall(talkingCall({ state: 'held', muted: true }));
        page.bridge.sendPresence(presenceOf({ state: 'offline' }));
        await eventually(() => expect(page.presenceMenu.presence).toMatchObject({ state: 'offline' }));

        expect(pause).toHaveBeenCalledTimes(1);
    });
});
