import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { endedCall, ringingCall, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { find, rendered } from '../../../../../../test/jest-mocks/mount';

/** What `snapshotOf` tells as the bridge's time, so that both clocks agree. */
const SERVER_TIME = '2026-11-23T12:00:10.000Z';
const MIDNIGHT_IN_SAO_PAULO = '2026-11-24T03:00:00.000Z';

let page: SoftphonePage;

beforeEach(() => {
    jest.useFakeTimers({
        now: Date.parse(SERVER_TIME),
        doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout', 'performance']
    });
    page = new SoftphonePage();
});

afterEach(() => jest.useRealTimers());

describe('as time goes by', () => {
    it('renders what ticks and nothing else', async () => {
        await page.openConnected(ringingCall());
        page.bridge.sendCall(endedCall({ legId: 'leg-2' }));
        await eventually(() => expect(page.history.calls).toHaveLength(1));
        const { calls } = page.history;
        const waited = (): string => find(page.ringing, '[data-time]').textContent;
        const before = waited();
        jest.advanceTimersByTime(1_000);
        await rendered();

        expect([before, waited()]).toEqual(['00:10', '00:11']);
        expect(page.history.calls).toBe(calls);
    });

    it('lets the time of a hidden tab stand still until the tab is shown', async () => {
        await page.openConnected(talkingCall(), ringingCall({ legId: 'leg-2' }));
        const { nowMs } = page.ringing;
        jest.advanceTimersByTime(3_000);
        await rendered();
        expect([page.ringing.nowMs, page.current.nowMs]).toEqual([nowMs, nowMs + 3_000]);

        page.selectTab('ringing');
        await rendered();
        expect(page.ringing.nowMs).toBe(nowMs + 3_000);
    });

    it('makes no list anew in which nothing changed', async () => {
        page.bridge.setHistory([endedCall({ legId: 'leg-3' })]);
        await page.openConnected(talkingCall(), ringingCall({ legId: 'leg-2' }));
        await eventually(() => expect(page.history.calls).toHaveLength(1));
        const { calls: ringing } = page.ringing;
        const { calls: history } = page.history;
        const { pending } = page.current;
        page.bridge.sendCall(talkingCall({ muted: true }));
        await eventually(() => expect(page.current.calls).toEqual([talkingCall({ muted: true })]));

        expect(page.ringing.calls).toBe(ringing);
        expect(page.history.calls).toBe(history);
        expect(page.current.pending).toBe(pending);
    });

    it("begins a new history at the agent's midnight", async () => {
        await page.openConnected();
        page.bridge.sendCall(endedCall());
        await eventually(() => expect(page.history.calls).toHaveLength(1));
        jest.setSystemTime(Date.parse(MIDNIGHT_IN_SAO_PAULO) - 1_000);
        jest.advanceTimersByTime(999);
        await rendered();
        expect(page.history.calls).toHaveLength(1);
        jest.advanceTimersByTime(1_001);
        await rendered();

        expect(page.history.calls).toEqual([]);
    });
});
