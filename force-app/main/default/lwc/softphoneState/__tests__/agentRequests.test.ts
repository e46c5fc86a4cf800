import type { Note } from 'bridge/contract';
import { BridgeError } from 'c/bridgeClient';
import { type SoftphoneEvent, type SoftphoneState, initialState, reduceSoftphone, wrapUpCall } from 'c/softphoneState';
import {
    directory,
    endedCall,
    helena,
    joao,
    presenceOf,
    settings,
    snapshotOf,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';

const unreachable = new BridgeError('unreachable', { type: 'about:blank', title: '', status: 503, detail: '' });

const after = (...events: SoftphoneEvent[]): SoftphoneState => events.reduce(reduceSoftphone, initialState);
const snapshot = (...calls: Parameters<typeof snapshotOf>): SoftphoneEvent => ({
    type: 'snapshotReceived',
    snapshot: snapshotOf(...calls),
    receivedAtMs: Date.parse('2026-11-23T12:00:00.000Z')
});
const changed = (call: ReturnType<typeof talkingCall>): SoftphoneEvent => ({ type: 'callChanged', call });
describe('notes', () => {
    const note: Note = { reason: 'Dúvida', text: 'Quer a segunda via.' };
    const older: Note = { reason: null, text: 'Quer' };
    const written = (text: Note): SoftphoneEvent => ({ type: 'noteWritten', legId: 'leg-1', note: text });
    const saved = (text: Note): SoftphoneEvent => ({ type: 'noteSaved', legId: 'leg-1', note: text });
    const refused = (text: Note): SoftphoneEvent => ({
        type: 'noteRefused',
        legId: 'leg-1',
        note: text,
        error: unreachable
    });

    it.each([
        ['the call changes', changed(talkingCall({ muted: true }))],
        ['the bridge tells of an older one', changed(talkingCall({ note: older }))],
        ['the connection comes back', snapshot(talkingCall({ note: older }))]
    ])('stay as the agent wrote them when %s', (_name, event) => {
        const state = after(changed(talkingCall()), written(note), event);

        expect(state.calls['leg-1']?.note).toEqual(note);
    });

    it('stay as the agent wrote them when the call ends and the history comes', () => {
        const state = after(snapshot(talkingCall()), written(note), changed(endedCall()), {
            type: 'historyLoaded',
            history: { day: '2026-11-23', calls: [endedCall()] }
        });

        expect(state.history.calls[0]?.note).toEqual(note);
    });

    it('can be written about a call that is over', () => {
        expect(after(changed(endedCall()), written(note)).history.calls[0]?.note).toEqual(note);
    });

    it('are those of the bridge once it stored the last one', () => {
        const stillOpen = after(changed(talkingCall()), written(older), written(note), saved(older));
        expect(stillOpen.drafts).toEqual({ 'leg-1': { note, isRefused: false } });
        const state = after(changed(talkingCall()), written(note), saved(note), changed(talkingCall({ note: older })));

        expect(state.drafts).toEqual({});
        expect(state.calls['leg-1']?.note).toEqual(older);
    });

    it('stay on screen when they are refused, and the agent reads why until they are stored', () => {
        const state = after(changed(talkingCall()), written(note), refused(note));
        expect(state.failure).toMatchObject({ action: 'saveNote', error: unreachable });
        expect(state.drafts).toEqual({ 'leg-1': { note, isRefused: true } });
        expect(state.calls['leg-1']?.note).toEqual(note);

        expect(reduceSoftphone(state, changed(talkingCall({ muted: true }))).failure).toBe(state.failure);
        expect(reduceSoftphone(state, saved(note)).failure).toBeNull();
    });

    it('say nothing of a refusal when something newer was written', () => {
        expect(after(changed(talkingCall()), written(older), written(note), refused(older)).failure).toBeNull();
    });
});

describe('presence', () => {
    const wanted = { state: 'paused', reason: 'Almoço' } as const;
    const want: SoftphoneEvent = { type: 'presenceWanted', wanted };
    const onBreak = presenceOf(wanted);

    it('comes with the snapshot, and so do the settings', () => {
        const state = after(snapshot());

        expect([state.presence, state.settings]).toEqual([presenceOf(), settings]);
    });

    it('is what the bridge says, and what the agent wants beside it until then', () => {
        const state = after(snapshot(), want);

        expect([state.presence, state.wantedPresence]).toEqual([presenceOf(), wanted]);
    });

    it.each<[string, SoftphoneEvent]>([
        ['on the stream', { type: 'presenceChanged', presence: onBreak }],
        ['in its answer', { type: 'presenceConfirmed', presence: onBreak, wanted }]
    ])('is what was wanted once the bridge says so %s', (_name, event) => {
        const state = after(snapshot(), want, event);

        expect([state.presence, state.wantedPresence]).toEqual([onBreak, null]);
    });

    it('is still wanted when the bridge tells of something else', () => {
        const otherBreak = presenceOf({ state: 'paused', reason: 'Banheiro' });
        const state = after(snapshot(), want, { type: 'presenceChanged', presence: otherBreak });

        expect([state.presence, state.wantedPresence]).toEqual([otherBreak, wanted]);
    });

    it('falls back when it is refused, and the agent reads why', () => {
        const state = after(snapshot(), want, { type: 'presenceRefused', wanted, error: unreachable });

        expect([state.presence, state.wantedPresence]).toEqual([presenceOf(), null]);
        expect(state.failure).toEqual({ action: 'setPresence', error: unreachable });
    });

    it('says nothing of the refusal of a wish that was followed by another', () => {
        const later = { state: 'available' } as const;
        const state = after(
            snapshot(),
            want,
            { type: 'presenceWanted', wanted: later },
            { type: 'presenceRefused', wanted, error: unreachable }
        );

        expect([state.wantedPresence, state.failure]).toEqual([later, null]);
    });

    it('tells which call is wrapped up until that is finished', () => {
        const wrapUp = {
            callId: endedCall().callId,
            legId: 'leg-1',
            since: '2026-11-23T12:04:15.000Z',
            endsAt: '2026-11-23T12:04:45.000Z'
        };
        const inWrapUp: SoftphoneEvent = { type: 'presenceChanged', presence: presenceOf({ wrapUp }) };

        expect(wrapUpCall(after(changed(endedCall()), inWrapUp))).toEqual(endedCall());
        expect(wrapUpCall(after(inWrapUp))).toBeNull();
        expect(wrapUpCall(after(changed(endedCall()), inWrapUp, { type: 'wrapUpFinished' }))).toBeNull();
    });
});

describe('dialling', () => {
    it('lasts until the bridge has answered', () => {
        const sent = after({ type: 'dialSent' });

        expect(sent.dialling).toBe(true);
        const dialled = reduceSoftphone(sent, { type: 'dialled', number: '11' });
        expect(dialled).toMatchObject({ dialling: false, dialled: '11' });
        expect(reduceSoftphone(dialled, { type: 'dialSent' })).toMatchObject({ dialling: true, dialled: null });
        expect(reduceSoftphone(sent, { type: 'dialFailed', number: '11', error: unreachable })).toMatchObject({
            dialling: false,
            dialled: null,
            failure: { action: 'dial', number: '11' }
        });
    });

    it('leads to the call that it makes', () => {
        const state = after(
            snapshot(),
            { type: 'tabSelected', tab: 'dial' },
            { type: 'dialSent' },
            changed(talkingCall({ state: 'dialling', kind: 'outbound', answeredAt: null }))
        );

        expect(state.activeTab).toBe('current');
    });
});

describe('what is looked up', () => {
    it('is what the last search found, in whatever order the answers come', () => {
        const state = after(
            { type: 'contactsRequested', search: 'jo' },
            { type: 'contactsRequested', search: 'joão' },
            { type: 'contactsFound', search: 'joão', contacts: [joao] },
            { type: 'contactsFound', search: 'jo', contacts: [joao, helena] },
            { type: 'contactsFailed', search: 'jo' }
        );

        expect(state.contacts).toEqual({ search: 'joão', status: 'ready', contacts: [joao] });
    });

    it('is still there while it is looked up again, and not when that failed', () => {
        const found = after(
            { type: 'contactsRequested', search: 'jo' },
            { type: 'contactsFound', search: 'jo', contacts: [joao] },
            { type: 'contactsRequested', search: 'he' }
        );

        expect(found.contacts).toEqual({ search: 'he', status: 'loading', contacts: [joao] });
        expect(reduceSoftphone(found, { type: 'contactsFailed', search: 'he' }).contacts).toEqual({
            search: 'he',
            status: 'failed',
            contacts: []
        });
    });

    it('keeps whom a call can be transferred to while that is read again', () => {
        const loaded = after({ type: 'directoryRequested' }, { type: 'directoryLoaded', directory });
        const again = reduceSoftphone(loaded, { type: 'directoryRequested' });
        const failed = reduceSoftphone(again, { type: 'directoryFailed' });

        expect([loaded.directory.status, again.directory, failed.directory]).toEqual([
            'ready',
            { status: 'loading', directory },
            { status: 'failed', directory }
        ]);
    });
});

describe('queues', () => {
    const queue = { name: 'Suporte', isIn: true, isFixed: false, waiting: 1, free: 0 };
    const loaded: SoftphoneEvent[] = [{ type: 'queueLoginsRequested' }, { type: 'queueLoginsLoaded', queues: [queue] }];
    const leave = { name: 'Suporte', isIn: false };

    it('stay known while they are read again, and when that fails', () => {
        const again = after(...loaded, { type: 'queueLoginsRequested' });
        const failed = reduceSoftphone(again, { type: 'queueLoginsFailed' });

        expect([again, failed].map(({ queueLogins }) => [queueLogins.status, queueLogins.queues])).toEqual([
            ['loading', [queue]],
            ['failed', [queue]]
        ]);
    });

    it('change once the bridge has confirmed it', () => {
        const wanted = after(...loaded, { type: 'queueLoginWanted', ...leave });
        const confirmed = reduceSoftphone(wanted, { type: 'queueLoginConfirmed', ...leave });

        expect(wanted.queueLogins).toMatchObject({ queues: [queue], changing: { Suporte: false }, changed: null });
        expect(confirmed.queueLogins).toMatchObject({
            queues: [{ ...queue, isIn: false }],
            changing: {},
            changed: leave
        });
    });

    it('say which one was refused', () => {
        const state = after(
            ...loaded,
            { type: 'queueLoginWanted', ...leave },
            { type: 'queueLoginRefused', ...leave, error: unreachable }
        );

        expect(state.queueLogins).toMatchObject({ queues: [queue], changing: {}, changed: null });
        expect(state.failure).toEqual({ action: 'leaveQueue', queue: 'Suporte', error: unreachable });
    });
});
