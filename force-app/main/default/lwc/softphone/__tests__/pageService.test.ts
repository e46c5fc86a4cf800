import type { CommandHandlers } from 'c/softphoneChannel';
import { type SoftphoneEvent, type SoftphoneState, initialState, reduceSoftphone } from 'c/softphoneState';
import { ringingCall, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import type { BridgeLink } from '../bridgeLink';
import { createPageService } from '../pageService';

const mockTold = jest.fn();
const mockStop = jest.fn();
let mockHandlers: CommandHandlers | undefined;
jest.mock('c/softphoneChannel', () => ({
    tellPages: (_context: object, news: object) => mockTold(news),
    subscribeToCommands: (_context: object, handlers: CommandHandlers) => {
        mockHandlers = handlers;
        return mockStop;
    }
}));

const bridge = { dial: jest.fn(), caseCalls: jest.fn(), recordingTicket: jest.fn() };
const connected: SoftphoneEvent = { type: 'bridgeStatusChanged', status: { kind: 'connected' } };
const snapshot: SoftphoneEvent = { type: 'snapshotReceived', snapshot: snapshotOf(), receivedAtMs: 0 };
const ready = [snapshot, connected].reduce(reduceSoftphone, initialState);

let state: SoftphoneState;
let pages: ReturnType<typeof createPageService>;

function happen(event: SoftphoneEvent): void {
    const before = state;
    state = reduceSoftphone(before, event);
    pages.tell(before, state, event);
}

beforeEach(() => {
    jest.clearAllMocks();
    state = ready;
    pages = createPageService(bridge as unknown as BridgeLink, () => state);
});

describe('record pages', () => {
    it('are told that a softphone is there, and whether it can dial', () => {
        pages.attach({});
        happen({ type: 'bridgeStatusChanged', status: { kind: 'connecting' } });
        happen(connected);

        expect(mockTold.mock.calls).toEqual([
            [{ kind: 'ready', canDial: true }],
            [{ kind: 'ready', canDial: null }],
            [{ kind: 'ready', canDial: true }]
        ]);
    });

    it('are told of a change of a call that has a Case', () => {
        pages.attach({});
        mockTold.mockClear();
        happen({ type: 'callChanged', call: ringingCall() });
        happen({ type: 'callChanged', call: talkingCall() });

        expect(mockTold.mock.calls).toContainEqual([{ kind: 'caseChanged', caseId: '500000000000042AAA' }]);
    });

    it('are told when the ears of the agent are wanted: a call comes, and is answered', () => {
        pages.attach({});
        mockTold.mockClear();
        happen({ type: 'callChanged', call: ringingCall() });
        happen({ type: 'callChanged', call: ringingCall({ announcedName: 'Maria' }) });
        happen({ type: 'callChanged', call: talkingCall({ case: null }) });
        happen({ type: 'callChanged', call: talkingCall({ case: null, muted: true }) });
        happen({ type: 'tabSelected', tab: 'history' });

        expect(mockTold.mock.calls).toEqual([[{ kind: 'callHeard' }], [{ kind: 'callHeard' }]]);
    });

    it('have their wishes passed on to the bridge', () => {
        pages.attach({});
        void mockHandlers?.dial('11 2295-3040', null);
        void mockHandlers?.loadCaseCalls('500000000000042AAA');
        void mockHandlers?.openRecording('2026');

        expect(bridge.dial).toHaveBeenCalledWith({ number: '11 2295-3040', recordId: null });
        expect(bridge.caseCalls).toHaveBeenCalledWith('500000000000042AAA');
        expect(bridge.recordingTicket).toHaveBeenCalledWith('2026');
        expect(mockHandlers?.canDial()).toBe(true);
    });

    it('hear nothing before there is a channel, or after the softphone has left', () => {
        happen({ type: 'callChanged', call: talkingCall() });
        expect(mockTold).not.toHaveBeenCalled();
        pages.attach({});
        mockTold.mockClear();
        pages.attach(null);
        happen({ type: 'callChanged', call: talkingCall({ muted: true }) });

        expect(mockTold).not.toHaveBeenCalled();
        expect(mockStop).toHaveBeenCalledTimes(1);
    });
});
