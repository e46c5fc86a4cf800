import '../../../../../../test/jest-mocks/projectLabels';
import { find, has, mount, recordEvents, textOf } from '../../../../../../test/jest-mocks/mount';
import ErrorPanel from 'c/errorPanel';

const error = { heading: 'Falhou', message: 'Faça isto.' };

describe('error panel', () => {
    it('says as an alert what failed and what to do', async () => {
        const element = await mount('c-error-panel', ErrorPanel, error);

        expect(find(element, '[role="alert"]').textContent).toBe('FalhouFaça isto.');
        expect(has(element, 'lightning-button')).toBe(false);
        expect(has(element, 'lightning-button-icon')).toBe(false);
    });

    it('adds the technical detail for whoever is asked for help', async () => {
        const element = await mount('c-error-panel', ErrorPanel, { ...error, detail: '503' });

        expect(textOf(element)).toContain('Detalhe técnico: 503');
    });

    it('offers to copy what the administrator needs', async () => {
        const copyText = 'https://bridge.example.com';
        const element = await mount('c-error-panel', ErrorPanel, { ...error, copyText });

        expect(find(element, 'code').textContent).toBe(copyText);
        expect(find(element, 'c-copy-button')).toMatchObject({ value: copyText, label: 'Copiar o endereço' });
    });

    it('offers an action and to be dismissed', async () => {
        const element = await mount('c-error-panel', ErrorPanel, {
            ...error,
            actionLabel: 'Tentar de novo',
            dismissLabel: 'Fechar aviso'
        });
        const actions = recordEvents(element, 'action');
        const dismissals = recordEvents(element, 'dismiss');
        find(element, 'lightning-button').click();
        find(element, 'lightning-button-icon').click();

        expect([actions.length, dismissals.length]).toEqual([1, 1]);
    });
});
