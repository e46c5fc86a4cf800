import '../../../../../../test/jest-mocks/projectLabels';
import { ringingCall, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import type { CallView } from 'bridge/contract';
import { type AlertStatus, type CallAlerts, createCallAlerts } from 'c/callAlerts';
import { type SoftphoneState, initialState } from 'c/softphoneState';
import { FakeAudioContext, FakeNotification, installFakeBrowser } from './fakeBrowser';

const KEY = 'softphone.alerts';
const OWN_TITLE = 'Casos | Salesforce';
const RINGING_TITLE = '☎ (11) 98765-4321 — Nova chamada';

const stateWith = (...calls: CallView[]): SoftphoneState => ({
    ...initialState,
    calls: Object.fromEntries(calls.map((call) => [call.legId, call]))
});

let alerts: CallAlerts;
let state: SoftphoneState;
let statuses: AlertStatus[];
const openSoftphone = jest.fn();

/** The window's alerts once the browser has made up its mind about the sound. */
async function start({ leads = true } = {}): Promise<void> {
    state = initialState;
    statuses = [];
    alerts = createCallAlerts({ onChange: (status) => statuses.push(status), openSoftphone });
    await settle();
    jest.advanceTimersByTime(500);
    if (leads) alerts.lead(true);
}

async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

function see(after: SoftphoneState): void {
    const before = state;
    state = after;
    alerts.see(before, after);
}

const seeCalls = (...calls: CallView[]): void => see(stateWith(...calls));
const sound = (): FakeAudioContext => FakeAudioContext.latest!;
const bodies = (): (string | undefined)[] => FakeNotification.open.map(({ options }) => options.body);

beforeEach(() => {
    jest.useFakeTimers();
    installFakeBrowser();
    openSoftphone.mockClear();
    document.title = OWN_TITLE;
    jest.spyOn(document, 'hasFocus').mockReturnValue(false);
    jest.spyOn(window, 'focus').mockReturnValue(undefined);
});

afterEach(() => {
    alerts.close();
    jest.useRealTimers();
    jest.restoreAllMocks();
});

describe('desktop notification', () => {
    it('tells of a new call with its number, silently, once', async () => {
        await start();
        seeCalls(ringingCall());
        seeCalls(ringingCall({ announcedName: 'Maria' }));

        expect(FakeNotification.shown).toHaveLength(1);
        expect(FakeNotification.shown[0]).toMatchObject({
            title: 'Nova chamada',
            options: { body: '(11) 98765-4321', tag: ringingCall().callId, silent: true }
        });
    });

    it('says who consults', async () => {
        await start();
        seeCalls(ringingCall({ kind: 'consult', consultedBy: { extension: '1002', name: 'Bruno Lima' } }));

        expect(bodies()).toEqual(['Consulta de Bruno Lima · (11) 98765-4321']);
    });

    it('goes when the call rings no more', async () => {
        await start();
        seeCalls(ringingCall(), ringingCall({ legId: 'leg-2', numberDisplay: null, number: null }));
        seeCalls(ringingCall({ legId: 'leg-2', numberDisplay: null, number: null }));

        expect(bodies()).toEqual(['Número não identificado']);
    });

    it('brings the window and the softphone to the front on a click', async () => {
        await start();
        seeCalls(ringingCall());
        FakeNotification.shown[0]?.onclick?.();

        expect([jest.mocked(window.focus).mock.calls.length, openSoftphone.mock.calls.length]).toEqual([1, 1]);
        expect(FakeNotification.open).toEqual([]);
    });

    it('does not cover the screen when fifty calls ring', async () => {
        await start();
        seeCalls(...Array.from({ length: 50 }, (_, index) => ringingCall({ legId: `leg-${index}` })));

        expect(FakeNotification.open).toHaveLength(5);
    });

    it('makes the system sound while the browser permits no ring tone', async () => {
        FakeAudioContext.permits = false;
        await start();
        seeCalls(ringingCall());

        expect(FakeNotification.shown[0]?.options.silent).toBe(false);
    });

    it('asks for the permission only when the agent wants it, and tells of what rings then', async () => {
        FakeNotification.permission = 'default';
        await start();
        seeCalls(ringingCall());
        expect([FakeNotification.requestPermission.mock.calls, FakeNotification.shown]).toEqual([[], []]);

        await alerts.enable();
        expect(statuses.at(-1)?.notifications).toBe('granted');
        expect(FakeNotification.open).toHaveLength(1);
    });

    it.each(['granted', 'denied'] as const)('does not ask again when the permission is %s', async (permission) => {
        FakeNotification.permission = permission;
        await start();
        await alerts.enable();

        expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
    });

    it.each([
        ['knows none', undefined, 'unsupported'],
        [
            'leaves them to service workers',
            Object.assign(
                () => {
                    throw new TypeError('Illegal constructor');
                },
                { permission: 'granted' }
            ),
            'granted'
        ]
    ])('is left out where the browser %s', async (_what, Notification, notifications) => {
        Object.assign(window, { Notification });
        await start();
        seeCalls(ringingCall());

        expect([alerts.status.notifications, document.title]).toEqual([notifications, RINGING_TITLE]);
    });
});

describe('ring tone', () => {
    it('rings over and over until nothing rings', async () => {
        await start();
        seeCalls(ringingCall());
        await settle();
        sound().listen(9);
        expect(sound().heard(0, 3)).toEqual([440, 480, 440, 480]);
        expect(sound().heard(6, 9)).toEqual([440, 480, 440, 480]);

        seeCalls();
        sound().listen(0.1);
        expect(sound().isSounding).toBe(false);
    });

    it('does not begin anew with every change of the call, or when a second one rings', async () => {
        await start();
        seeCalls(ringingCall());
        const before = sound().voices.length;
        seeCalls(ringingCall({ announcedName: 'Maria' }), ringingCall({ legId: 'leg-2' }));

        expect(sound().voices).toHaveLength(before);
    });

    it.each(['answer', 'reject'] as const)('stops as soon as the agent asks to %s', async (action) => {
        await start();
        seeCalls(ringingCall());
        await settle();
        see({ ...state, pending: { 'leg-1': { action, sentAtMs: 0 } } });
        sound().listen(0.1);
        expect(sound().isSounding).toBe(false);

        see({ ...state, pending: {} });
        expect(sound().isSounding).toBe(true);
    });

    it('knocks once, and more quietly, while the agent is on a call', async () => {
        await start();
        seeCalls(talkingCall({ legId: 'leg-9' }));
        seeCalls(talkingCall({ legId: 'leg-9' }), ringingCall());
        await settle();
        seeCalls(talkingCall({ legId: 'leg-9' }), ringingCall({ announcedName: 'Maria' }));
        expect(sound().isSounding).toBe(true);

        sound().listen(10);
        expect(sound().voices.map(({ frequency }) => Math.round(frequency.value))).toEqual([587, 440]);
    });

    it('rings for a call that still rings when the other is over', async () => {
        await start();
        seeCalls(talkingCall({ legId: 'leg-9' }), ringingCall());
        await settle();
        sound().listen(1);
        seeCalls(ringingCall());

        expect(sound().heard(1, 4)).toEqual([440, 480, 440, 480]);
    });

    it('lets the sound card rest when nothing sounds', async () => {
        await start();
        expect(sound().state).toBe('suspended');

        seeCalls(ringingCall());
        await settle();
        expect(sound().state).toBe('running');

        seeCalls();
        jest.advanceTimersByTime(100);
        await settle();
        expect(sound().state).toBe('suspended');
    });

    it('says nothing of what rings while the bridge is away', async () => {
        await start();
        seeCalls(ringingCall());
        await settle();
        const error = { kind: 'unreachable', problem: {} } as unknown as SoftphoneState['lastError'];
        see({ ...state, lastError: error });
        sound().listen(0.1);

        expect([sound().isSounding, FakeNotification.open, document.title]).toEqual([false, [], OWN_TITLE]);
    });

    it('tries the chosen tone once, also while muted, and not while a call rings', async () => {
        await start();
        alerts.prefer({ tone: 'digital', muted: true });
        alerts.tryTone();
        await settle();
        sound().listen(10);
        expect(sound().voices).toHaveLength(12);

        alerts.prefer({ muted: false });
        seeCalls(ringingCall());
        alerts.tryTone();
        expect(sound().voices).toHaveLength(24);
    });

    it('is not cut off by what happens meanwhile when it is tried', async () => {
        await start();
        alerts.tryTone();
        await settle();
        seeCalls(talkingCall());

        expect(sound().isSounding).toBe(true);
    });
});

describe('a browser that permits no sound yet', () => {
    beforeEach(() => {
        FakeAudioContext.permits = false;
    });

    it('is said to block it, until the agent uses the page', async () => {
        await start();
        expect(statuses.map((status) => status.sound)).toEqual(['blocked']);

        FakeAudioContext.permits = true;
        window.dispatchEvent(new CustomEvent('pointerdown'));
        await settle();
        expect(statuses.map((status) => status.sound)).toEqual(['blocked', 'ready']);
    });

    it('rings from then on for a call that rings already', async () => {
        await start();
        seeCalls(ringingCall());
        FakeAudioContext.permits = true;
        window.dispatchEvent(new KeyboardEvent('keydown'));
        await settle();

        expect([sound().state, sound().isSounding]).toEqual(['running', true]);
    });

    it('does not ring afterwards for a call that has gone', async () => {
        await start();
        seeCalls(ringingCall());
        seeCalls();

        expect(sound().gains[0]?.isConnected).toBe(false);
    });

    it('is told apart from one that can make no sound at all', async () => {
        Object.assign(window, { AudioContext: undefined });
        await start();
        seeCalls(ringingCall());
        alerts.tryTone();

        expect(alerts.status.sound).toBe('unsupported');
    });
});

describe('preferences', () => {
    it('are kept in the browser', async () => {
        await start();
        alerts.prefer({ tone: 'soft', volume: 30 });
        alerts.close();
        await start();

        expect(alerts.status.preferences).toEqual({ tone: 'soft', volume: 30, muted: false });
    });

    it.each([
        ['nothing', null, { tone: 'classic', volume: 70, muted: false }],
        ['no JSON', '{"tone":', { tone: 'classic', volume: 70, muted: false }],
        ['null', 'null', { tone: 'classic', volume: 70, muted: false }],
        ['nonsense', '{"tone":"loud","volume":"11","muted":"no"}', { tone: 'classic', volume: 70, muted: false }],
        ['too much', '{"tone":"soft","volume":900,"muted":true}', { tone: 'soft', volume: 100, muted: true }]
    ])('make sense when the browser has stored %s', async (_what, stored, preferences) => {
        if (stored !== null) localStorage.setItem(KEY, stored);
        await start();

        expect(alerts.status.preferences).toEqual(preferences);
    });

    it('hold for the visit where the browser stores nothing', async () => {
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('full');
        });
        await start();
        alerts.prefer({ volume: 20 });

        expect(statuses.at(-1)?.preferences.volume).toBe(20);
    });

    it('mute what rings, and let it ring again', async () => {
        await start();
        seeCalls(ringingCall());
        await settle();
        alerts.prefer({ muted: true });
        sound().listen(0.1);
        expect([sound().isSounding, FakeNotification.open.length]).toEqual([false, 1]);

        alerts.prefer({ muted: false });
        expect(sound().isSounding).toBe(true);
    });

    it('set the volume', async () => {
        await start();
        alerts.prefer({ volume: 50 });
        seeCalls(ringingCall());

        expect(sound().gains[0]?.gain.value).toBeCloseTo(0.25);
    });

    it('hold at once in the other windows of the agent', async () => {
        await start();
        seeCalls(ringingCall());
        await settle();
        localStorage.setItem(KEY, JSON.stringify({ tone: 'classic', volume: 70, muted: true }));
        window.dispatchEvent(new StorageEvent('storage'));
        sound().listen(0.1);

        expect([sound().isSounding, statuses.at(-1)?.preferences.muted]).toEqual([false, true]);
    });
});

describe('the page title', () => {
    it('alternates with the call that rings', async () => {
        await start();
        seeCalls(ringingCall());
        const titles = [document.title];
        for (let second = 0; second < 3; second += 1) {
            jest.advanceTimersByTime(1_000);
            titles.push(document.title);
        }

        expect(titles).toEqual([RINGING_TITLE, OWN_TITLE, RINGING_TITLE, OWN_TITLE]);
    });

    it('is the page’s own again when nothing rings', async () => {
        await start();
        seeCalls(ringingCall());
        seeCalls();
        jest.advanceTimersByTime(5_000);

        expect(document.title).toBe(OWN_TITLE);
    });

    it.each([500, 1_500])('is the one that the page gave itself after %i ms of ringing', async (afterMs) => {
        await start();
        seeCalls(ringingCall());
        jest.advanceTimersByTime(afterMs);
        document.title = 'Caso 00001042';
        jest.advanceTimersByTime(3_000);
        seeCalls();

        expect(document.title).toBe('Caso 00001042');
    });
});

describe('among several windows', () => {
    const isQuiet = () => [sound().isSounding, FakeNotification.open.length, document.title];

    it('only the leading one alerts', async () => {
        await start({ leads: false });
        seeCalls(ringingCall());

        expect(isQuiet()).toEqual([false, 0, OWN_TITLE]);
    });

    it('goes on where another window left off, and leaves off itself', async () => {
        await start({ leads: false });
        seeCalls(ringingCall());
        alerts.lead(true);
        await settle();
        expect(isQuiet()).toEqual([true, 1, RINGING_TITLE]);

        alerts.lead(false);
        sound().listen(0.1);
        expect(isQuiet()).toEqual([false, 0, OWN_TITLE]);
    });

    it('notifies the agent not a second time of what they see', async () => {
        jest.mocked(document.hasFocus).mockReturnValue(true);
        await start({ leads: false });
        seeCalls(ringingCall());
        alerts.lead(true);
        expect(bodies()).toEqual([]);

        seeCalls(ringingCall(), ringingCall({ legId: 'leg-2' }));
        expect(bodies()).toHaveLength(1);
    });

    it('leaves nothing behind when it closes', async () => {
        await start();
        seeCalls(ringingCall());
        await settle();
        alerts.close();
        sound().listen(0.1);

        expect(isQuiet()).toEqual([false, 0, OWN_TITLE]);
        expect(sound().state).toBe('closed');
    });
});
