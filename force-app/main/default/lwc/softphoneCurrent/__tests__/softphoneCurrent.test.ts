import '../../../../../../test/jest-mocks/projectLabels';
import { directory, endedCall, presenceOf, settings, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered
} from '../../../../../../test/jest-mocks/mount';
import type { CallView, Presence } from 'bridge/contract';
import type CallCard from 'c/callCard';
import type CallNotes from 'c/callNotes';
import type CommandButton from 'c/commandButton';
import SoftphoneCurrent from 'c/softphoneCurrent';
import type { PendingChoice, PendingCommand } from 'c/softphoneState';
import type WrapUpCard from 'c/wrapUpCard';

const ENDED_AT_MS = Date.parse('2026-11-23T12:04:15.000Z');
const CALL_ID = talkingCall().callId;
const wrapUp: Presence['wrapUp'] = {
    callId: CALL_ID,
    legId: 'leg-1',
    since: '2026-11-23T12:04:15.000Z',
    endsAt: '2026-11-23T12:04:45.000Z'
};
const inWrapUp = { wrapUpCall: endedCall(), presence: presenceOf({ wrapUp }) };

const held = (changes: Partial<CallView> = {}): CallView =>
    talkingCall({ state: 'held', heldSince: '2026-11-23T12:01:00.000Z', actions: ['resume', 'hangup'], ...changes });

const mountCurrent = (properties: Parameters<typeof mount<SoftphoneCurrent>>[2] = {}) =>
    mount('c-softphone-current', SoftphoneCurrent, {
        calls: [],
        settings,
        presence: presenceOf(),
        nowMs: ENDED_AT_MS,
        ...properties
    });

const cards = (element: HTMLElement): Mounted<CallCard>[] => findAll(element, 'c-call-card');
const notes = (element: HTMLElement): Mounted<CallNotes>[] => findAll(element, 'c-call-notes');
const isEmpty = (element: HTMLElement): boolean => has(element, 'c-empty-state');
const finish = (element: HTMLElement): Mounted<CommandButton> => find(element, '[data-id="finish"]');

describe('Atendimento', () => {
    it('says so when the agent is on no call', async () => {
        const element = await mountCurrent();

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe(
            'Nenhum atendimento agora'
        );
    });

    it('shows a card for each call with what it waits for, and its notes', async () => {
        const hangUp: PendingCommand = { action: 'hangup', sentAtMs: 0 };
        const nobody: PendingChoice = { candidateId: null, sentAtMs: 0 };
        const draft = { note: { reason: null, text: 'a' }, isRefused: false };
        const element = await mountCurrent({
            calls: [held(), talkingCall({ legId: 'leg-2' })],
            pending: { 'leg-2': hangUp },
            choices: { 'leg-1': nobody },
            drafts: { 'leg-2': draft }
        });

        expect(
            cards(element).map(({ call, pendingCommand, pendingChoice }) => [call.legId, pendingCommand, pendingChoice])
        ).toEqual([
            ['leg-1', undefined, nobody],
            ['leg-2', hangUp, undefined]
        ]);
        expect(notes(element).map(({ call, draft: own, reasons }) => [call.legId, own, reasons.length])).toEqual([
            ['leg-1', undefined, 3],
            ['leg-2', draft, 3]
        ]);
        expect(isEmpty(element)).toBe(false);
    });

    it.each(['callcommand', 'callerchoose', 'caseopen', 'directorywanted', 'contactsearch'])(
        'passes %s on',
        async (type) => {
            const element = await mountCurrent({ calls: [talkingCall()] });
            const passed = recordEvents(element, type);
            find(element, 'c-call-card').dispatchEvent(new CustomEvent(type, { detail: { legId: 'leg-1' } }));

            expect(passed).toEqual([{ legId: 'leg-1' }]);
        }
    );

    it('asks for no reasons before it knows them', async () => {
        const element = await mountCurrent({ calls: [talkingCall()], settings: null });

        expect(notes(element)[0]?.reasons).toEqual([]);
    });
});

describe('two calls at once', () => {
    const compact = (element: HTMLElement): [string, boolean][] =>
        cards(element).map((card) => [card.call.legId, card.compact]);

    it.each<[string, CallView[], [string, boolean][]]>([
        [
            'the one that is talked on in full',
            [held(), talkingCall({ legId: 'leg-2' })],
            [
                ['leg-1', true],
                ['leg-2', false]
            ]
        ],
        [
            'in full the one about which somebody is asked',
            [
                held(),
                held({
                    legId: 'leg-2',
                    consult: { to: { kind: 'queue', name: 'suporte' }, name: null, state: 'ringing', since: '' }
                })
            ],
            [
                ['leg-1', true],
                ['leg-2', false]
            ]
        ],
        [
            'in full the one that was talked on last, where both wait',
            [held({ heldSince: '2026-11-23T12:02:00.000Z' }), held({ legId: 'leg-2' })],
            [
                ['leg-1', false],
                ['leg-2', true]
            ]
        ],
        ['in full the only one, although it waits', [held()], [['leg-1', false]]]
    ])('shows %s', async (_name, calls, expected) => {
        expect(compact(await mountCurrent({ calls }))).toEqual(expected);
    });

    it('leaves each in its place, with its notes, when the agent changes over', async () => {
        const element = await mountCurrent({ calls: [held(), talkingCall({ legId: 'leg-2' })] });
        const before = [...cards(element), ...notes(element)];
        element.calls = [talkingCall(), held({ legId: 'leg-2' })];
        await rendered();

        expect([...cards(element), ...notes(element)]).toEqual(before);
        expect(notes(element).map(({ className }) => className)).toEqual(['slds-show', 'slds-hide']);
    });

    it('opens the transfer of the one that is talked on', async () => {
        const calls = [held(), talkingCall({ legId: 'leg-2', actions: ['hangup', 'consult'] })];
        const element = await mountCurrent({ calls, directory: { status: 'ready', directory } });
        element.openTransfer();
        await rendered();

        expect(cards(element).map((card) => has(card, 'c-transfer-picker'))).toEqual([false, true]);
    });

    it('has no transfer to open while there is no call', async () => {
        const element = await mountCurrent();
        element.openTransfer();
        await rendered();

        expect(isEmpty(element)).toBe(true);
    });
});

describe('wrap-up', () => {
    it('shows the call that was, its notes and how to end it', async () => {
        const element = await mountCurrent(inWrapUp);
        const card = find<Mounted<WrapUpCard>>(element, 'c-wrap-up-card');
        const finishes = recordEvents(element, 'wrapupfinish');
        find(finish(element), 'button').click();

        expect([card.call.legId, card.wrapUp, notes(element).length]).toEqual(['leg-1', wrapUp, 1]);
        expect([finish(element).label, finishes.length]).toEqual(['Concluir e ficar disponível', 1]);
    });

    it('waits with the end for the bridge to be back', async () => {
        const element = await mountCurrent({ ...inWrapUp, disabled: true });

        expect(finish(element).unavailable).toBe(true);
    });

    it('promises no availability to who chose a break', async () => {
        const paused = presenceOf({ state: 'paused', reason: 'Almoço', wrapUp });

        expect(finish(await mountCurrent({ wrapUpCall: endedCall(), presence: paused })).label).toBe('Concluir');
    });

    it('passes on the Case', async () => {
        const element = await mountCurrent(inWrapUp);
        const opened = recordEvents(element, 'caseopen');
        find(element, 'c-wrap-up-card').dispatchEvent(new CustomEvent('caseopen', { detail: { recordId: '500' } }));

        expect(opened).toEqual([{ recordId: '500' }]);
    });

    it.each<[string, Parameters<typeof mount<SoftphoneCurrent>>[2]]>([
        ['when its time is up', { nowMs: Date.parse(wrapUp.endsAt) }],
        ['when the bridge ends it', { presence: presenceOf(), wrapUpCall: null }]
    ])('goes by itself %s', async (_name, properties) => {
        const element = await mountCurrent(inWrapUp);
        Object.assign(element, properties);
        await rendered();

        expect(isEmpty(element)).toBe(true);
    });

    it('stands beside a call that goes on', async () => {
        const element = await mountCurrent({ ...inWrapUp, calls: [talkingCall({ legId: 'leg-2' })] });

        expect([cards(element).length, has(element, 'c-wrap-up-card')]).toEqual([1, true]);
    });

    it('begins with the notes as they stand, whatever the bridge tells first', async () => {
        const element = await mountCurrent({ calls: [talkingCall()] });
        const [field] = notes(element);
        element.calls = [];
        await rendered();
        expect([notes(element), has(element, 'c-wrap-up-card'), has(element, 'c-call-card')]).toEqual([
            [field],
            true,
            false
        ]);

        Object.assign(element, inWrapUp);
        await rendered();
        expect([notes(element), find<Mounted<WrapUpCard>>(element, 'c-wrap-up-card').wrapUp]).toEqual([
            [field],
            wrapUp
        ]);
    });

    it('shows the call once while the bridge has not told of its end', async () => {
        const element = await mountCurrent({ ...inWrapUp, calls: [talkingCall()] });

        expect([cards(element).length, has(element, 'c-wrap-up-card')]).toEqual([1, false]);
    });

    it('is not waited for longer than 3 s', async () => {
        const element = await mountCurrent({ calls: [talkingCall()] });
        element.calls = [];
        element.nowMs = ENDED_AT_MS + 3_000;
        await rendered();

        expect(isEmpty(element)).toBe(true);
    });

    it.each<[string, Parameters<typeof mount<SoftphoneCurrent>>[2]]>([
        ['where the contact centre has none', { settings: { ...settings, wrapUpSeconds: 0 } }],
        ['after a call that nobody answered', { calls: [talkingCall({ state: 'dialling', answeredAt: null })] }]
    ])('is not waited for %s', async (_name, properties) => {
        const element = await mountCurrent({ calls: [talkingCall()], ...properties });
        element.calls = [];
        await rendered();

        expect(isEmpty(element)).toBe(true);
    });

    it('saves what was typed last when it goes', async () => {
        const element = await mountCurrent(inWrapUp);
        const changes = recordEvents(element, 'notechange');
        find(notes(element)[0] as HTMLElement, 'lightning-textarea').dispatchEvent(
            new CustomEvent('change', { detail: { value: 'Pediu boleto' }, bubbles: true })
        );
        element.wrapUpCall = null;
        await rendered();

        expect(changes).toEqual([{ callId: CALL_ID, legId: 'leg-1', note: { reason: null, text: 'Pediu boleto' } }]);
    });
});
