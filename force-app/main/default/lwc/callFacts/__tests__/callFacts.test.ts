import '../../../../../../test/jest-mocks/projectLabels';
import { candidate, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { find, has, mount, recordEvents, rendered, textOf } from '../../../../../../test/jest-mocks/mount';
import type { CallView, Candidate, MatchReason } from 'bridge/contract';
import CallFacts from 'c/callFacts';

interface LabelledButton extends HTMLElement {
    label: string;
}

const mountFacts = (changes: Partial<CallView> = {}) =>
    mount('c-call-facts', CallFacts, { call: talkingCall(changes) });

const calledBy = (changes: Partial<Candidate>, reason: MatchReason): Partial<CallView> => ({
    caller: { who: candidate(changes), reason, others: [] }
});

const textIn = (element: HTMLElement, id: string): string | null => find(element, `[data-id="${id}"]`).textContent;

describe('facts of a call', () => {
    it('are shown as far as they are on record', async () => {
        const element = await mountFacts();

        expect([textIn(element, 'protocol'), textIn(element, 'account')]).toEqual([
            '20261123000042',
            'Padaria Boa Massa Ltda'
        ]);
        expect(find<LabelledButton>(element, 'c-copy-button').label).toBe('Copiar protocolo 20261123000042');
        expect(textOf(element)).toContain('Filasuporte');
    });

    it('are left out when they are not known', async () => {
        const element = await mountFacts({ caller: null, case: null, queue: null });

        expect(textOf(element)).toContain('Abrindo o caso no Salesforce…');
        expect(['tax-id', 'account', 'open-case'].filter((id) => has(element, `[data-id="${id}"]`))).toEqual([]);
    });

    it('promise no Case before somebody has answered', async () => {
        expect(textOf(await mountFacts({ case: null, answeredAt: null }))).not.toContain('Abrindo');
    });

    it('mask the CPF until it is asked for', async () => {
        const element = await mountFacts();
        const shown: unknown[] = [textIn(element, 'tax-id')];
        for (let clicks = 1; clicks <= 2; clicks += 1) {
            find(element, '[data-id="tax-id-toggle"]').click();
            await rendered();
            shown.push(textIn(element, 'tax-id'));
        }

        expect(shown).toEqual(['***.456.789-**', '123.456.789-09', '***.456.789-**']);
    });

    it('name an account once, and the company of a lead as such', async () => {
        const account = await mountFacts(
            calledBy({ kind: 'account', name: 'Padaria Boa Massa Ltda' }, 'accountNumber')
        );
        const lead = await mountFacts(calledBy({ kind: 'lead', accountName: 'Ateliê Siqueira' }, 'lead'));

        expect(has(account, '[data-id="account"]')).toBe(false);
        expect(textOf(lead)).toContain('EmpresaAteliê Siqueira');
    });

    it('lead to the Case', async () => {
        const element = await mountFacts();
        const opened = recordEvents(element, 'caseopen');
        const button = find<LabelledButton>(element, '[data-id="open-case"]');
        find(button, 'button').click();

        expect([button.label, opened]).toEqual(['Abrir caso 00001042', [{ recordId: '500000000000042AAA' }]]);
    });
});
