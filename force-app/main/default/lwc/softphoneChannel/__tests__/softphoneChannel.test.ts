import { recordingTicket } from '../../recordingTrack/__tests__/tickets';
import { caseCall } from '../../../../../../test/jest-mocks/caseCalls';
import { MessageBus } from '../../../../../../test/jest-mocks/messageBus';
import { BridgeError } from 'c/bridgeClient';
import {
    type CommandHandlers,
    type SoftphoneNews,
    openSoftphoneLine,
    subscribeToCommands,
    tellPages
} from 'c/softphoneChannel';

const CONTEXT = {};
const TICKET = recordingTicket();

const refusal = (type: string) =>
    new BridgeError('refused', { type, title: 'Conflict', status: 409, detail: 'em português' });

/** A softphone on the bus that can do everything, but for what a test changes. */
function startSoftphone(changes: Partial<CommandHandlers> = {}): () => void {
    return subscribeToCommands(CONTEXT, {
        canDial: () => true,
        dial: () => Promise.resolve({ callId: 'call-1' }),
        loadCaseCalls: () => Promise.resolve({ calls: [caseCall()] }),
        openRecording: () => Promise.resolve(TICKET),
        ...changes
    });
}

const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('the softphone on the message channel', () => {
    let bus: MessageBus;

    beforeEach(() => {
        bus = new MessageBus();
    });

    const answersTo = async (...commands: Parameters<MessageBus['ask']>): Promise<SoftphoneNews[]> => {
        bus.ask(...commands);
        await settled();
        return bus.news;
    };

    it.each([true, false, null])('says that it is there, and whether it can dial: %s', async (canDial) => {
        startSoftphone({ canDial: () => canDial });

        expect(await answersTo({ kind: 'readyWanted' })).toEqual([{ kind: 'ready', canDial }]);
    });

    it('says that it is there before it has done what it was asked', () => {
        startSoftphone({ dial: () => new Promise(() => undefined) });
        bus.ask({ kind: 'dial', number: '1', recordId: null });

        expect(bus.news).toEqual([{ kind: 'ready', canDial: true }]);
    });

    it('dials, and says for whom', async () => {
        const dial = jest.fn().mockResolvedValue({ callId: 'call-1' });
        startSoftphone({ dial });

        expect(await answersTo({ kind: 'dial', number: '(11) 98765-4321', recordId: '003' })).toContainEqual({
            kind: 'dialAccepted',
            number: '(11) 98765-4321',
            recordId: '003'
        });
        expect(dial).toHaveBeenCalledWith('(11) 98765-4321', '003');
    });

    it.each([
        ['the name that the bridge gave', refusal('urn:softphone-bridge:number-without-area'), 'number-without-area'],
        ['the kind of error where the bridge gave none', refusal('about:blank'), 'refused'],
        ['unreachable for whatever else went wrong', new TypeError('x is undefined'), 'unreachable']
    ])('says why it did not dial: %s', async (_, error, reason) => {
        startSoftphone({ dial: () => Promise.reject(error) });

        expect(await answersTo({ kind: 'dial', number: '1', recordId: null })).toContainEqual({
            kind: 'dialRefused',
            number: '1',
            recordId: null,
            reason
        });
    });

    it('hands over the calls of a Case', async () => {
        startSoftphone();

        expect(await answersTo({ kind: 'caseCallsWanted', caseId: '500' })).toContainEqual({
            kind: 'caseCalls',
            caseId: '500',
            calls: [caseCall()]
        });
    });

    it('says that the calls of a Case could not be had', async () => {
        startSoftphone({ loadCaseCalls: () => Promise.reject(refusal('urn:softphone-bridge:case-unknown')) });

        expect(await answersTo({ kind: 'caseCallsWanted', caseId: '500' })).toContainEqual({
            kind: 'caseCallsFailed',
            caseId: '500',
            reason: 'case-unknown'
        });
    });

    it('hands over where a recording plays', async () => {
        startSoftphone();

        expect(await answersTo({ kind: 'recordingWanted', protocol: '42' })).toContainEqual({
            kind: 'recording',
            protocol: '42',
            ticket: TICKET
        });
    });

    it('says that a recording could not be had', async () => {
        startSoftphone({ openRecording: () => Promise.reject(refusal('about:blank')) });

        expect(await answersTo({ kind: 'recordingWanted', protocol: '42' })).toContainEqual({
            kind: 'recordingFailed',
            protocol: '42',
            reason: 'refused'
        });
    });

    it('says when and why a recording was deleted', async () => {
        const deletion = { at: '2026-11-23T12:00:00.000Z', kind: 'erased' } as const;
        const { problem } = refusal('urn:softphone-bridge:recording-deleted');
        startSoftphone({ openRecording: () => Promise.reject({ problem: { ...problem, deletion } }) });

        expect(await answersTo({ kind: 'recordingWanted', protocol: '42' })).toContainEqual({
            kind: 'recordingFailed',
            protocol: '42',
            reason: 'recording-deleted',
            deletion
        });
    });

    it('answers nobody once it is gone', async () => {
        startSoftphone()();

        expect(await answersTo({ kind: 'readyWanted' })).toEqual([]);
    });
});

describe('a page on the message channel', () => {
    let bus: MessageBus;
    let news: SoftphoneNews[];
    let silences: number;

    const openLine = () =>
        openSoftphoneLine(CONTEXT, {
            onNews: (each) => news.push(each),
            onSilence: () => (silences += 1)
        });

    beforeEach(() => {
        jest.useFakeTimers();
        bus = new MessageBus();
        news = [];
        silences = 0;
    });
    afterEach(() => jest.useRealTimers());

    it('hears what the softphone tells of itself', () => {
        openLine();
        tellPages(CONTEXT, { kind: 'caseChanged', caseId: '500' });

        expect(news).toEqual([{ kind: 'caseChanged', caseId: '500' }]);
    });

    it('is told after two seconds, once, that no softphone answers', () => {
        openLine().ask({ kind: 'readyWanted' });

        jest.advanceTimersByTime(1_999);
        expect(silences).toBe(0);
        jest.advanceTimersByTime(10_000);
        expect(silences).toBe(1);
    });

    it('waits for no softphone that has answered, however long it takes for the rest', () => {
        startSoftphone({ dial: () => new Promise(() => undefined) });
        openLine().ask({ kind: 'dial', number: '1', recordId: null });
        jest.advanceTimersByTime(60_000);

        expect(silences).toBe(0);
    });

    it('counts the two seconds from the last question', () => {
        const line = openLine();
        line.ask({ kind: 'readyWanted' });
        jest.advanceTimersByTime(1_500);
        line.ask({ kind: 'readyWanted' });
        jest.advanceTimersByTime(1_500);

        expect(silences).toBe(0);
    });

    it('neither hears nor waits once it is closed', () => {
        const line = openLine();
        line.ask({ kind: 'readyWanted' });
        line.close();
        bus.tell({ kind: 'ready', canDial: true });
        jest.advanceTimersByTime(10_000);

        expect([news, silences, bus.listenerCount]).toEqual([[], 0, 0]);
    });
});
