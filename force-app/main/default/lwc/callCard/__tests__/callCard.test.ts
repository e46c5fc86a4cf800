import '../../../../../../test/jest-mocks/projectLabels';
import {
    candidate,
    helena,
    joao,
    ringingCall,
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
import CallCard from 'c/callCard';
import type CallerMatch from 'c/callerMatch';
import type CommandButton from 'c/commandButton';
import type { PendingChoice, PendingCommand } from 'c/softphoneState';
import type { CallView, CallerView, Candidate, MatchReason } from 'bridge/contract';

interface LabelledButton extends HTMLElement {
    label: string;
}

const ONE_MINUTE_IN_MS = Date.parse('2026-11-23T12:01:10.000Z');

const hangUpButton = (card: HTMLElement): Mounted<CommandButton> => find(card, '[data-id="hang-up"]');

const mountCard = (call: CallView, properties: Parameters<typeof mount<CallCard>>[2] = {}) =>
    mount('c-call-card', CallCard, { call, nowMs: ONE_MINUTE_IN_MS, ...properties });

const hangUpSentBefore = (durationMs: number): PendingCommand => ({
    action: 'hangup',
    sentAtMs: ONE_MINUTE_IN_MS - durationMs
});

const chosenBefore = (durationMs: number, candidateId: string | null): PendingChoice => ({
    candidateId,
    sentAtMs: ONE_MINUTE_IN_MS - durationMs
});

const match = (card: HTMLElement): Mounted<CallerMatch> => find(card, 'c-caller-match');

const textIn = (element: HTMLElement, id: string): string | null => find(element, `[data-id="${id}"]`).textContent;

describe('call card', () => {
    it('shows all that is known of the call', async () => {
        const element = await mountCard(talkingCall());

        expect(textOf(element)).toContain('Em atendimento');
        expect(textOf(element)).toContain('(11) 98765-4321');
        expect(textOf(element)).toContain('Maria da Silva');
        expect(textIn(element, 'account')).toBe('Padaria Boa Massa Ltda');
        expect(textIn(element, 'protocol')).toBe('20261123000042');
        expect(textIn(element, 'service-time')).toBe('01:00');
        expect(find<LabelledButton>(element, '[data-id="open-case"]').label).toBe('Abrir caso 00001042');
    });

    it('leaves out what is not known', async () => {
        const element = await mountCard(talkingCall({ caller: null, case: null, queue: null }));

        expect(match(element).caller).toBeNull();
        expect(textOf(element)).toContain('Abrindo o caso no Salesforce…');
        expect(
            ['tax-id', 'account', 'hold-time', 'open-case'].filter((id) => has(element, `[data-id="${id}"]`))
        ).toEqual([]);
    });

    it('says when the caller is on no record', async () => {
        const nobody: CallerView = { who: null, reason: 'withheldNumber', others: [] };
        const element = await mountCard(talkingCall({ caller: nobody, number: null, numberDisplay: null }));

        expect(textOf(element)).toContain('Número não identificado');
        expect(match(element).caller).toEqual(nobody);
        expect(['name', 'account', 'tax-id'].filter((id) => has(element, `[data-id="${id}"]`))).toEqual([]);
    });

    it('masks the CPF until it is asked for', async () => {
        const element = await mountCard(talkingCall());
        expect(textIn(element, 'tax-id')).toBe('***.456.789-**');

        find(element, '[data-id="tax-id-toggle"]').click();
        await rendered();
        expect(textIn(element, 'tax-id')).toBe('123.456.789-09');

        find(element, '[data-id="tax-id-toggle"]').click();
        await rendered();
        expect(textIn(element, 'tax-id')).toBe('***.456.789-**');
    });

    it('counts the time on hold apart', async () => {
        const element = await mountCard(
            talkingCall({ state: 'held', heldMs: 5_000, heldSince: '2026-11-23T12:01:00.000Z' })
        );

        expect(textOf(element)).toContain('Cliente em espera');
        expect(textIn(element, 'hold-time')).toBe('00:15');
        expect(textIn(element, 'service-time')).toBe('01:00');
    });

    it.each([
        ['dialling', 'Chamando…'],
        ['consulting', 'Em consulta']
    ] as const)('names a call that is %s', async (state, text) => {
        expect(textOf(await mountCard(ringingCall({ state })))).toContain(text);
    });

    it('says that the call is recorded', async () => {
        expect(textOf(await mountCard(talkingCall({ recorded: true })))).toContain('Gravando');
        expect(textOf(await mountCard(talkingCall()))).not.toContain('Gravando');
    });

    it('asks to hang up and to open the Case', async () => {
        const element = await mountCard(talkingCall());
        const hangups = recordEvents(element, 'callhangup');
        const cases = recordEvents(element, 'caseopen');
        find(hangUpButton(element), 'button').click();
        find(element, '[data-id="open-case"]').click();

        expect(hangups).toEqual([{ legId: 'leg-1' }]);
        expect(cases).toEqual([{ recordId: '500000000000042AAA' }]);
    });

    it('offers no action that the telephony side cannot do', async () => {
        expect(has(await mountCard(talkingCall({ actions: [] })), '[data-id="hang-up"]')).toBe(false);
    });

    it.each([
        ['while a command is on its way', { pendingCommand: hangUpSentBefore(4_999) }, 'Desligando…'],
        ['while the bridge is away', { disabled: true }, 'Desligar']
    ])('takes no command %s', async (_name, properties, label) => {
        const card = await mountCard(talkingCall(), properties);
        const hangups = recordEvents(card, 'callhangup');
        find(hangUpButton(card), 'button').click();

        expect(hangups).toEqual([]);
        expect([hangUpButton(card).label, hangUpButton(card).unavailable]).toEqual([label, true]);
    });

    it('says so when the telephone does not hang up, and lets the agent try again', async () => {
        const card = await mountCard(talkingCall(), { pendingCommand: hangUpSentBefore(5_000) });
        const hangups = recordEvents(card, 'callhangup');
        find(hangUpButton(card), 'button').click();

        expect(textOf(card)).toContain('A chamada ainda não terminou. Desligue no aparelho ou tente de novo.');
        expect([hangUpButton(card).label, hangups]).toEqual(['Desligar', [{ legId: 'leg-1' }]]);
    });

    it('tells the time on hold from the waiting before the answer', async () => {
        expect(textOf(await mountCard(talkingCall({ heldMs: 5_000 })))).toContain('Tempo em espera00:05');
    });
});

describe('who is calling, on the card', () => {
    const calledBy = (changes: Partial<Candidate>, reason: MatchReason): CallView =>
        talkingCall({ caller: { who: candidate(changes), reason, others: [] } });

    it('names an account once, and a lead as such with its company', async () => {
        const account = await mountCard(calledBy({ kind: 'account', name: 'Padaria Boa Massa Ltda' }, 'accountNumber'));
        const lead = await mountCard(
            calledBy({ kind: 'lead', name: 'Renata Siqueira', accountName: 'Ateliê Siqueira' }, 'lead')
        );

        expect([textIn(account, 'name'), has(account, '[data-id="account"]')]).toEqual([
            'Padaria Boa Massa Ltda',
            false
        ]);
        expect(textIn(lead, 'name')).toBe('Renata Siqueira · Lead');
        expect(textOf(lead)).toContain('EmpresaAteliê Siqueira');
    });

    it('looks up no colleague', async () => {
        const element = await mountCard(talkingCall({ direction: 'internal', caller: null }));

        expect(has(element, 'c-caller-match')).toBe(false);
    });

    it('passes on whom the agent chooses', async () => {
        const element = await mountCard(talkingCall({ caller: sharedNumber }));
        const choices = recordEvents(element, 'callerchoose');
        match(element).dispatchEvent(new CustomEvent('callerchoose', { detail: { candidateId: joao.id } }));

        expect(choices).toEqual([{ legId: 'leg-1', candidateId: joao.id }]);
    });

    it('shows the choice before the bridge tells of it', async () => {
        const element = await mountCard(talkingCall({ caller: sharedNumber }), {
            pendingChoice: chosenBefore(4_999, joao.id)
        });

        expect([textIn(element, 'name'), textIn(element, 'account')]).toEqual([joao.name, joao.accountName]);
        expect(textIn(element, 'tax-id')).toBe('***.456.789-**');
        expect(match(element).choice).toBe('pending');
    });

    it('shows nobody when it was none of them', async () => {
        const element = await mountCard(talkingCall({ caller: sharedNumber }), {
            pendingChoice: chosenBefore(0, null)
        });

        expect(has(element, '[data-id="name"]')).toBe(false);
    });

    it('goes back to what the bridge tells when it does not confirm in time', async () => {
        const element = await mountCard(talkingCall({ caller: sharedNumber }), {
            pendingChoice: chosenBefore(5_000, joao.id)
        });

        expect([textIn(element, 'name'), match(element).choice]).toEqual([helena.name, 'overdue']);
    });
});
