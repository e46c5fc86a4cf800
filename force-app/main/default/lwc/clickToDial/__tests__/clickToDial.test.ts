import '../../../../../../test/jest-mocks/projectLabels';
import { MessageBus } from '../../../../../../test/jest-mocks/messageBus';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered,
    textOf
} from '../../../../../../test/jest-mocks/mount';
import ClickToDial from 'c/clickToDial';
import { getRecord } from 'lightning/uiRecordApi';

interface TestWire {
    emit(record: object): void;
    error(): void;
    getLastConfig(): Record<string, unknown>;
}

const recordWire = getRecord as unknown as TestWire;
const MARIA = '003000000000001AAA';
const MOBILE = '(11) 98765-4321';
const DIAL_MOBILE = { kind: 'dial', number: MOBILE, recordId: MARIA } as const;

describe('click to dial', () => {
    let bus: MessageBus;
    let element: Mounted<ClickToDial>;

    beforeEach(() => {
        jest.useFakeTimers();
        bus = new MessageBus();
    });
    afterEach(() => jest.useRealTimers());

    async function open(
        fields: Record<string, unknown> | null = { MobilePhone: { value: MOBILE } },
        properties: Partial<Pick<ClickToDial, 'immediate' | 'bare'>> = {}
    ): Promise<void> {
        element = await mount('c-click-to-dial', ClickToDial, { recordId: MARIA, ...properties });
        if (fields) recordWire.emit({ id: MARIA, fields });
        await rendered();
    }

    const softphoneSays = async (...news: Parameters<MessageBus['tell']>): Promise<void> => {
        bus.tell(...news);
        await rendered();
    };
    const wait = async (durationMs: number): Promise<void> => {
        jest.advanceTimersByTime(durationMs);
        await rendered();
    };
    const buttons = () => findAll<HTMLButtonElement>(element, 'button');
    const click = async (): Promise<void> => {
        find(element, 'button').click();
        await rendered();
    };
    const hint = () => find(element, '[role="status"]').textContent;
    const dials = () => bus.commands.filter(({ kind }) => kind === 'dial');

    it('reads the numbers of the record', async () => {
        await open();

        expect(recordWire.getLastConfig()).toMatchObject({
            recordId: MARIA,
            optionalFields: expect.arrayContaining(['Contact.MobilePhone'])
        });
    });

    it('shows that it is loading', async () => {
        await open(null);

        expect(has(element, 'lightning-spinner')).toBe(true);
    });

    it('says that the record has no number', async () => {
        await open({ MobilePhone: { value: null } });

        expect(textOf(element)).toContain('Não há telefone neste registro.');
        expect(buttons()).toEqual([]);
    });

    it('says that the record could not be read', async () => {
        await open(null);
        recordWire.error();
        await rendered();

        expect(find(element, '[role="alert"]').textContent).toContain('Não foi possível ler os telefones');
        expect(has(element, 'lightning-spinner')).toBe(false);
    });

    it('shows each number with its own button', async () => {
        await open({ MobilePhone: { value: MOBILE }, Phone: { value: '(11) 2295-3040' } });

        expect(textOf(element)).toContain('Celular');
        expect(buttons().map(({ title }) => title)).toEqual([
            'Ligar para (11) 98765-4321',
            'Ligar para (11) 2295-3040'
        ]);
    });

    it('asks whether a softphone is there, and says after two seconds that none is', async () => {
        await open();
        expect(bus.commands).toEqual([{ kind: 'readyWanted' }]);
        expect(hint()).toBe('');

        await wait(2_000);
        expect(hint()).toBe('Abra o softphone na barra de utilitários para ligar daqui.');
    });

    it('forgets that none was there once it opens', async () => {
        await open();
        await wait(2_000);
        await softphoneSays({ kind: 'ready', canDial: true });

        expect(hint()).toBe('');
    });

    it.each([
        [false, 'A central telefônica não faz chamadas por aqui. Disque no aparelho.'],
        [null, 'O softphone está sem conexão. Assim que ele voltar, você pode ligar daqui.']
    ])('says why it cannot dial when canDial is %s, and does not', async (canDial, reason) => {
        await open();
        await softphoneSays({ kind: 'ready', canDial });
        await click();

        expect(hint()).toBe(reason);
        expect(find(element, 'button').getAttribute('aria-disabled')).toBe('true');
        expect(dials()).toEqual([]);
    });

    it('dials through the softphone, once however often it is clicked', async () => {
        await open();
        await softphoneSays({ kind: 'ready', canDial: true });
        await click();
        await click();

        expect(dials()).toEqual([DIAL_MOBILE]);
        expect(hint()).toBe('Ligando para (11) 98765-4321…');
    });

    it('keeps the focus on the button while it dials', async () => {
        await open();
        find(element, 'button').focus();
        await click();

        expect(element.shadowRoot?.activeElement).toBe(find(element, 'button'));
    });

    it('says that the softphone took the number over, and is ready for another call some seconds later', async () => {
        await open();
        const dialled = recordEvents(element, 'dialled');
        await softphoneSays({ kind: 'ready', canDial: true });
        await click();
        await softphoneSays({ ...DIAL_MOBILE, kind: 'dialAccepted' });
        expect(hint()).toBe('Chamada iniciada. Acompanhe no softphone.');
        expect(dialled).toHaveLength(1);

        await wait(10_000);
        expect(hint()).toBe('');
        expect(find(element, 'button').getAttribute('aria-disabled')).toBe('false');
    });

    it.each([
        ['telephony-away', 'A central telefônica está sem conexão.'],
        ['not-capable', 'A central telefônica não faz chamadas por aqui.'],
        ['number-without-area', 'Falta o DDD.'],
        ['of-which-nobody-told', 'Confira o número e tente de novo.']
    ])('says why the call was refused: %s', async (reason, message) => {
        await open();
        await softphoneSays({ kind: 'ready', canDial: true });
        await click();
        await softphoneSays({ ...DIAL_MOBILE, kind: 'dialRefused', reason });

        expect(hint()).toContain(`Não foi possível ligar para ${MOBILE}. ${message}`);
        await wait(60_000);
        expect(hint()).toContain(message);
    });

    it('cares for no call that another part of the page asked for', async () => {
        await open();
        await softphoneSays({ kind: 'ready', canDial: true });
        await click();
        await softphoneSays({ kind: 'dialAccepted', number: MOBILE, recordId: '003000000000009AAA' });
        await softphoneSays({ kind: 'dialRefused', number: '190', recordId: MARIA, reason: 'unreachable' });

        expect(hint()).toBe('Ligando para (11) 98765-4321…');
    });

    it('can be clicked again when no softphone answered', async () => {
        await open();
        await wait(2_000);
        await click();
        await wait(2_000);
        await click();

        expect(dials()).toHaveLength(2);
    });

    it('shows the numbers of the record that the page changes to', async () => {
        await open();
        element.recordId = '001000000000001AAA';
        await rendered();
        expect(textOf(element)).not.toContain(MOBILE);

        recordWire.emit({ id: '001000000000001AAA', fields: { Phone: { value: '(11) 2295-3040' } } });
        await rendered();
        await click();
        expect(dials()).toEqual([{ kind: 'dial', number: '(11) 2295-3040', recordId: '001000000000001AAA' }]);
    });

    it('hears nothing any more once it is off the page', async () => {
        await open();
        element.remove();

        expect(bus.listenerCount).toBe(0);
    });

    describe('that calls at once', () => {
        it('does so when there is one number and the softphone can', async () => {
            await open(undefined, { immediate: true });
            expect(dials()).toEqual([]);

            await softphoneSays({ kind: 'ready', canDial: true });
            await softphoneSays({ kind: 'ready', canDial: true });
            expect(dials()).toEqual([DIAL_MOBILE]);
        });

        it('does so no second time when the record is read anew', async () => {
            await open(undefined, { immediate: true });
            await softphoneSays({ kind: 'ready', canDial: true });
            await softphoneSays({ ...DIAL_MOBILE, kind: 'dialRefused', reason: 'unreachable' });
            recordWire.emit({ id: MARIA, fields: { MobilePhone: { value: MOBILE } } });
            await rendered();

            expect(dials()).toHaveLength(1);
        });

        it('leaves the choice among several to the agent', async () => {
            await open({ MobilePhone: { value: MOBILE }, Phone: { value: '(11) 2295-3040' } }, { immediate: true });
            await softphoneSays({ kind: 'ready', canDial: true });

            expect(dials()).toEqual([]);
            expect(buttons()).toHaveLength(2);
        });

        it('does not when the softphone cannot', async () => {
            await open(undefined, { immediate: true });
            await softphoneSays({ kind: 'ready', canDial: false });

            expect(dials()).toEqual([]);
        });
    });
});
