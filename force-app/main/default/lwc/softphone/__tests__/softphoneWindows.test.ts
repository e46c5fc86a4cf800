import type { WindowElectionOptions } from 'c/windowElection';
import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { openTab } from 'lightning/platformWorkspaceApi';
import { ana, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { find, has } from '../../../../../../test/jest-mocks/mount';

const mockElections: WindowElectionOptions[] = [];
const mockClose = jest.fn();
jest.mock('c/windowElection', () => ({
    createWindowElection: (options: WindowElectionOptions) => {
        mockElections.push(options);
        return { isLeader: false, close: mockClose };
    }
}));

let page: SoftphonePage;

beforeEach(() => {
    mockElections.length = 0;
    mockClose.mockClear();
    page = new SoftphonePage();
});

describe('several windows of one agent', () => {
    it('elect one among those of the same user, once', async () => {
        await page.openConnected();
        page.bridge.sendCall(talkingCall());
        await eventually(() => expect(page.cards).toHaveLength(1));

        expect(mockElections).toMatchObject([{ userId: ana.userId }]);
    });

    it('leave the Case to the one that leads', async () => {
        await page.openConnected(talkingCall());
        await eventually(() => expect(page.cards).toHaveLength(1));

        expect(openTab).not.toHaveBeenCalled();
    });

    it('open a Case that nobody opened before when they take the lead', async () => {
        await page.openConnected(talkingCall());
        mockElections[0]?.onChange(true);
        expect(openTab).toHaveBeenCalledTimes(1);
        mockElections[0]?.onChange(false);
        mockElections[0]?.onChange(true);

        expect(openTab).toHaveBeenCalledTimes(1);
    });

    it('stand for election only while they hear the bridge', async () => {
        await page.openConnected();
        expect(mockElections).toHaveLength(1);
        page.bridge.answerWith('GET /agent/events', () => problemResponse(403));
        page.bridge.dropStream();
        await eventually(() => expect(mockClose).toHaveBeenCalledTimes(1));
        find(page.element, 'c-stale-notice').dispatchEvent(new CustomEvent('reconnect'));
        await eventually(() => expect(has(page.element, '[data-id="problem"]')).toBe(true));
        expect(mockElections).toHaveLength(1);
        page.bridge.answerAsUsual('GET /agent/events');
        page.problem.dispatchEvent(new CustomEvent('action'));
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
        page.bridge.sendSnapshot(snapshotOf());

        await eventually(() => expect(mockElections).toHaveLength(2));
        expect(mockClose).toHaveBeenCalledTimes(1);
    });

    it('give the lead back when they close', async () => {
        await page.openConnected();
        page.element.remove();

        expect(mockClose).toHaveBeenCalledTimes(1);
    });
});

describe('the alerts', () => {
    it('are as the agent wants them, for all tabs', async () => {
        await page.openConnected();
        find(page.element, 'c-alert-settings').dispatchEvent(
            new CustomEvent('preferencechange', { detail: { muted: true } })
        );

        await eventually(() => expect(page.ringing.alerts?.preferences.muted).toBe(true));
    });
});
