import '../../../../../../test/jest-mocks/projectLabels';
import {
    candidate,
    directory,
    helena,
    joao,
    sharedNumber,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    has,
    mount,
    recordEvents,
    rendered,
    textOf
} from '../../../../../../test/jest-mocks/mount';
import type { AgentAction, CallView } from 'bridge/contract';
import CallCard from 'c/callCard';
import type CallControls from 'c/callControls';
import type CallerMatch from 'c/callerMatch';
import type CallFacts from 'c/callFacts';
import type CallHeader from 'c/callHeader';
import type { ContactsState, PendingChoice } from 'c/softphoneState';
import type TransferPicker from 'c/transferPicker';

const NOW_MS = Date.parse('2026-11-23T12:01:10.000Z');
const EVERYTHING: AgentAction[] = ['hangup', 'hold', 'mute', 'dtmf', 'consult', 'blindTransfer'];
const yara = candidate({ id: '003000000000009AAA', name: 'Yara Potiguara' });
const foundYara: ContactsState = { search: 'yara', status: 'ready', contacts: [yara] };

const mountCard = (changes: Partial<CallView> = {}, properties: Parameters<typeof mount<CallCard>>[2] = {}) =>
    mount('c-call-card', CallCard, {
        call: talkingCall({ actions: EVERYTHING, ...changes }),
        nowMs: NOW_MS,
        directory: { status: 'ready', directory },
        ...properties
    });

const chosenBefore = (durationMs: number, candidateId: string | null): PendingChoice => ({
    candidateId,
    sentAtMs: NOW_MS - durationMs
});

const controls = (card: HTMLElement): Mounted<CallControls> => find(card, 'c-call-controls');
const match = (card: HTMLElement): Mounted<CallerMatch> => find(card, 'c-caller-match');
const shownName = (card: HTMLElement): string | undefined =>
    find<Mounted<CallHeader>>(card, 'c-call-header').call.caller?.who?.name;

async function toggle(card: HTMLElement, drawer: 'keypad' | 'transfer'): Promise<void> {
    find(controls(card), `[data-id="${drawer}"]`).click();
    await rendered();
}

describe('card of a call', () => {
    it('hands the call to all who show a part of it', async () => {
        const card = await mountCard();

        expect(controls(card).call.legId).toBe('leg-1');
        expect(find<Mounted<CallFacts>>(card, 'c-call-facts').call.protocol).toBe('20261123000042');
        expect(match(card).caller?.who?.name).toBe('Maria da Silva');
    });

    it.each([
        ['c-call-controls', 'callcommand', { legId: 'leg-1', command: { action: 'hold' } }],
        ['c-call-facts', 'caseopen', { recordId: '500' }],
        ['c-caller-match', 'contactsearch', { search: 'yara' }]
    ])('passes on what %s asks for: %s', async (part, type, detail) => {
        const card = await mountCard();
        const passed = recordEvents(card, type);
        find(card, part).dispatchEvent(new CustomEvent(type, { detail }));

        expect(passed).toEqual([detail]);
    });

    it('looks up no colleague', async () => {
        expect(has(await mountCard({ direction: 'internal', caller: null }), 'c-caller-match')).toBe(false);
    });

    it('shows whom the agent asks while they ask', async () => {
        const consult: CallView['consult'] = {
            to: { kind: 'agent', extension: '1002' },
            name: 'Bruno Lima',
            state: 'ringing',
            since: '2026-11-23T12:01:00.000Z'
        };
        const card = await mountCard({ state: 'held', consult, actions: ['hangup', 'cancelTransfer'] });
        const commands = recordEvents(card, 'callcommand');
        find(find(card, 'c-consult-bar'), 'button').click();

        expect(commands).toEqual([{ legId: 'leg-1', command: { action: 'cancelTransfer' } }]);
        expect(has(await mountCard(), 'c-consult-bar')).toBe(false);
    });
});

describe('keypad and transfer', () => {
    it('stay closed once the call could do without them, and take no focus when it can again', async () => {
        const card = await mountCard();
        await toggle(card, 'keypad');
        card.call = talkingCall({ state: 'held', actions: ['resume', 'hangup', 'consult'] });
        await rendered();
        expect(controls(card).drawer).toBe('none');
        card.call = talkingCall({ actions: EVERYTHING });
        await rendered();
        expect(has(card, 'c-dtmf-keypad')).toBe(false);

        await toggle(card, 'transfer');
        card.compact = true;
        await rendered();
        card.compact = false;
        await rendered();
        expect(has(card, 'c-transfer-picker')).toBe(false);
    });

    it.each([
        ['keypad', 'c-dtmf-keypad'],
        ['transfer', 'c-transfer-picker']
    ] as const)('open and close with their button: %s', async (drawer, tag) => {
        const card = await mountCard();
        await toggle(card, drawer);
        expect([has(card, tag), controls(card).drawer]).toEqual([true, drawer]);

        await toggle(card, drawer);
        expect([has(card, tag), controls(card).drawer]).toEqual([false, 'none']);
    });

    it('are never open both', async () => {
        const card = await mountCard();
        await toggle(card, 'keypad');
        await toggle(card, 'transfer');

        expect([has(card, 'c-dtmf-keypad'), has(card, 'c-transfer-picker')]).toEqual([false, true]);
    });

    it.each([
        ['keypad', 'c-dtmf-keypad'],
        ['transfer', 'c-transfer-picker']
    ] as const)('give the focus back to their button when they close: %s', async (drawer, tag) => {
        const card = await mountCard();
        await toggle(card, drawer);
        find(card, tag).dispatchEvent(new CustomEvent('close'));
        await rendered();

        expect(has(card, tag)).toBe(false);
        expect(controls(card).shadowRoot?.activeElement).toBe(find(controls(card), `[data-id="${drawer}"]`));
    });

    it('are closed while the call allows neither', async () => {
        const card = await mountCard();
        await toggle(card, 'keypad');
        card.call = talkingCall({ state: 'held', actions: ['hangup', 'resume'] });
        await rendered();

        expect(has(card, 'c-dtmf-keypad')).toBe(false);
    });

    it('send digits', async () => {
        const card = await mountCard();
        const commands = recordEvents(card, 'callcommand');
        await toggle(card, 'keypad');
        find(card, 'c-dtmf-keypad').dispatchEvent(new CustomEvent('digitssend', { detail: { digits: '12#' } }));

        expect(commands).toEqual([{ legId: 'leg-1', command: { action: 'dtmf', digits: '12#' } }]);
    });

    it('hand the call to whom was chosen, and close', async () => {
        const card = await mountCard();
        const commands = recordEvents(card, 'callcommand');
        await toggle(card, 'transfer');
        find(find(card, 'c-transfer-picker'), '[data-action="blindTransfer"]').click();
        await rendered();

        const command = { action: 'blindTransfer', to: { kind: 'agent', extension: '1002' } };
        expect([commands, has(card, 'c-transfer-picker')]).toEqual([[{ legId: 'leg-1', command }], false]);
    });

    it('open by shortcut, and a second time find their field', async () => {
        const card = await mountCard();
        const wanted = recordEvents(card, 'directorywanted');
        card.openTransfer();
        await rendered();
        const picker = find<Mounted<TransferPicker>>(card, 'c-transfer-picker');
        (picker.shadowRoot?.activeElement as HTMLElement).blur();
        card.openTransfer();
        await rendered();

        expect([wanted.length, picker.shadowRoot?.activeElement]).toEqual([1, find(picker, 'input')]);
    });

    it.each<[string, Partial<CallView>, boolean]>([
        ['cannot be handed over', { actions: ['hangup'] }, false],
        ['waits on hold', { state: 'held' }, true]
    ])('do not open by shortcut for a call that %s', async (_name, changes, compact) => {
        const card = await mountCard(changes, { compact });
        card.openTransfer();
        card.compact = false;
        await rendered();

        expect(has(card, 'c-transfer-picker')).toBe(false);
    });
});

describe('a call that waits while the agent talks to somebody else', () => {
    const held: Partial<CallView> = {
        state: 'held',
        actions: ['hangup', 'resume'],
        heldSince: '2026-11-23T12:00:40.000Z'
    };
    const resume = (card: HTMLElement): HTMLButtonElement => find(card, '[data-id="resume"]');

    it('is one line with the time that it waits', async () => {
        const card = await mountCard(held, { compact: true });

        expect(textOf(card)).toContain('Maria da Silva');
        expect(find(card, '[data-id="compact-hold-time"]').textContent).toBe('00:30');
        expect([has(card, 'c-call-controls'), resume(card).getAttribute('aria-label')]).toEqual([
            false,
            'Retomar a chamada com Maria da Silva'
        ]);
    });

    it('is named by its number when nobody is known', async () => {
        const card = await mountCard({ ...held, caller: null }, { compact: true });

        expect(find(card, 'h3').textContent).toBe('(11) 98765-4321');
    });

    it('is gone back to with one click, of which the second of a double click is none', async () => {
        const card = await mountCard(held, { compact: true });
        const commands = recordEvents(card, 'callcommand');
        resume(card).dispatchEvent(new MouseEvent('click', { detail: 1 }));
        resume(card).dispatchEvent(new MouseEvent('click', { detail: 2 }));

        expect(commands).toEqual([{ legId: 'leg-1', command: { action: 'resume' } }]);
    });

    it.each([
        ['while that is under way', { pendingCommand: { action: 'resume', sentAtMs: NOW_MS } }],
        ['while the bridge is away', { disabled: true }]
    ] as const)('is not gone back to %s', async (_name, properties) => {
        const card = await mountCard(held, { compact: true, ...properties });
        const commands = recordEvents(card, 'callcommand');
        resume(card).click();

        expect([commands, resume(card).getAttribute('aria-disabled')]).toEqual([[], 'true']);
    });

    it('offers no way back where the telephony side has none', async () => {
        expect(has(await mountCard({ ...held, actions: ['hangup'] }, { compact: true }), '[data-id="resume"]')).toBe(
            false
        );
    });

    it('has the focus on its buttons once it is gone back to', async () => {
        const card = await mountCard(held, { compact: true });
        resume(card).focus();
        resume(card).click();
        card.call = talkingCall({ actions: EVERYTHING });
        card.compact = false;
        await rendered();

        expect(controls(card).shadowRoot?.activeElement).toBe(find(controls(card), '[data-id="hold"]'));
    });

    it('takes the focus from no other field', async () => {
        const field = document.body.appendChild(document.createElement('input'));
        const card = await mountCard(held, { compact: true });
        resume(card).click();
        field.focus();
        card.call = talkingCall({ actions: EVERYTHING });
        card.compact = false;
        await rendered();

        expect(document.activeElement).toBe(field);
    });
});

describe('who is calling, on the card', () => {
    it('is passed on when the agent chooses', async () => {
        const card = await mountCard({ caller: sharedNumber });
        const choices = recordEvents(card, 'callerchoose');
        match(card).dispatchEvent(new CustomEvent('callerchoose', { detail: { candidateId: joao.id } }));

        expect(choices).toEqual([{ legId: 'leg-1', candidateId: joao.id }]);
    });

    it.each<[string, PendingChoice, string | undefined, string]>([
        ['at once', chosenBefore(4_999, joao.id), joao.name, 'pending'],
        ['also when it is none of them', chosenBefore(0, null), undefined, 'pending'],
        ['unless the bridge does not confirm in time', chosenBefore(5_000, joao.id), helena.name, 'overdue'],
        ['unless nobody here knows them', chosenBefore(0, '003000000000077AAA'), helena.name, 'pending']
    ])('is whom the agent chose, %s', async (_name, pendingChoice, name, choice) => {
        const card = await mountCard({ caller: sharedNumber }, { pendingChoice });

        expect([shownName(card), match(card).choice]).toEqual([name, choice]);
    });

    it('may be somebody whom a search found, although the search goes on', async () => {
        const card = await mountCard({ caller: sharedNumber }, { contacts: foundYara });
        match(card).dispatchEvent(new CustomEvent('callerchoose', { detail: { candidateId: yara.id } }));
        card.contacts = { search: '', status: 'ready', contacts: [] };
        card.pendingChoice = chosenBefore(0, yara.id);
        await rendered();

        expect(shownName(card)).toBe('Yara Potiguara');
    });
});
