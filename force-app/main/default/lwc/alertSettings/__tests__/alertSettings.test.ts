import '../../../../../../test/jest-mocks/projectLabels';
import { find, findAll, has, mount, recordEvents, rendered, textOf } from '../../../../../../test/jest-mocks/mount';
import AlertSettings from 'c/alertSettings';
import type { AlertStatus } from 'c/callAlerts';

const status = (changes: Partial<AlertStatus> = {}): AlertStatus => ({
    sound: 'ready',
    notifications: 'granted',
    preferences: { tone: 'classic', volume: 70, muted: false },
    ...changes
});

const mountSettings = (changes: Partial<AlertStatus> = {}) =>
    mount('c-alert-settings', AlertSettings, { status: status(changes) });

type Settings = Awaited<ReturnType<typeof mountSettings>>;

const bell = (element: Settings): HTMLButtonElement => find(element, 'button');
const isOpen = (element: Settings): boolean => has(element, '.panel');
const openSettings = async (changes: Partial<AlertStatus> = {}): Promise<Settings> => {
    const element = await mountSettings(changes);
    bell(element).click();
    await rendered();
    return element;
};
const change = (element: Settings, selector: string, detail: object) =>
    find(element, selector).dispatchEvent(new CustomEvent('change', { detail }));
const leave = async (element: Settings, relatedTarget: EventTarget | null) => {
    bell(element).dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget }));
    await rendered();
};

afterEach(() => jest.restoreAllMocks());

describe('alert settings', () => {
    it('are behind a bell', async () => {
        const element = await mountSettings();
        expect([isOpen(element), bell(element).getAttribute('aria-expanded')]).toEqual([false, 'false']);
        expect(bell(element).getAttribute('aria-label')).toBe('Toque e avisos');

        bell(element).click();
        await rendered();
        expect([isOpen(element), bell(element).getAttribute('aria-expanded')]).toEqual([true, 'true']);

        bell(element).click();
        await rendered();
        expect(isOpen(element)).toBe(false);
    });

    it('show on the bell that the sound is off', async () => {
        const element = await mountSettings({ preferences: { tone: 'soft', volume: 70, muted: true } });

        expect(bell(element).getAttribute('aria-label')).toBe('Toque e avisos (sem som)');
        expect(find<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe(
            'utility:notification_off'
        );
    });

    it('show what is chosen', async () => {
        const element = await openSettings({ preferences: { tone: 'soft', volume: 30, muted: true } });

        expect(find(element, 'lightning-radio-group')).toMatchObject({ value: 'soft' });
        expect(find(element, 'lightning-slider')).toMatchObject({ value: 30 });
        expect(find(element, 'lightning-input')).toMatchObject({ checked: true });
    });

    it('offer three tones', async () => {
        const element = await openSettings();
        const { options } = find<HTMLElement & { options: { label: string }[] }>(element, 'lightning-radio-group');

        expect(options.map(({ label }) => label)).toEqual(['Clássico', 'Suave', 'Digital']);
    });

    it.each([
        ['lightning-radio-group', { value: 'digital' }, { tone: 'digital' }],
        ['lightning-slider', { value: '45' }, { volume: 45 }],
        ['lightning-input', { checked: true }, { muted: true }]
    ])('tell what changed in %s', async (selector, detail, changes) => {
        const element = await openSettings();
        const changed = recordEvents(element, 'preferencechange');
        change(element, selector, detail);

        expect(changed).toEqual([changes]);
    });

    it('let the agent hear the tone', async () => {
        const element = await openSettings();
        const tried = recordEvents(element, 'tonetry');
        find(element, '[data-id="try"]').click();

        expect(tried).toHaveLength(1);
    });

    it('have nothing to set where the browser plays no sounds', async () => {
        const element = await openSettings({ sound: 'unsupported' });

        expect(textOf(element)).toContain('Este navegador não toca sons.');
        expect(findAll(element, 'lightning-radio-group, lightning-slider, lightning-input')).toEqual([]);
    });

    it('ask for notifications on a click', async () => {
        const element = await openSettings({ notifications: 'default' });
        const wanted = recordEvents(element, 'alertsenable');
        find(element, '[data-id="enable"]').click();

        expect(wanted).toHaveLength(1);
    });

    it.each([
        ['granted', 'Os avisos de chamada estão ativados neste navegador.'],
        ['denied', 'O navegador bloqueia os avisos deste site.'],
        ['unsupported', 'Este navegador não mostra avisos na tela.']
    ] as const)('say that notifications are %s', async (notifications, text) => {
        const element = await openSettings({ notifications });

        expect(find(element, '[role="status"]').textContent).toContain(text);
        expect(has(element, '[data-id="enable"]')).toBe(false);
    });

    it('close on Escape, and the focus goes back to the bell', async () => {
        const element = await openSettings();
        find(element, '.panel').focus();
        const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
        find(element, '.panel').dispatchEvent(escape);
        await rendered();

        expect(isOpen(element)).toBe(false);
        expect(element.shadowRoot?.activeElement).toBe(bell(element));
    });

    it('close when the focus goes elsewhere, not within them or to the browser itself', async () => {
        const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
        const element = await openSettings();
        await leave(element, find(element, '.panel'));
        expect(isOpen(element)).toBe(true);

        hasFocus.mockReturnValue(false);
        await leave(element, null);
        expect(isOpen(element)).toBe(true);

        hasFocus.mockReturnValue(true);
        await leave(element, null);
        expect(isOpen(element)).toBe(false);
    });
});
