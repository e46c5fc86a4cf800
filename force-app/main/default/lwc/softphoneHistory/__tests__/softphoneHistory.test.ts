import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import { find, findAll, has, mount, recordEvents } from '../../../../../../test/jest-mocks/mount';
import SoftphoneHistory from 'c/softphoneHistory';

const mountHistory = (properties: Parameters<typeof mount<SoftphoneHistory>>[2]) =>
    mount('c-softphone-history', SoftphoneHistory, properties);

const rowTexts = (element: HTMLElement): (string | undefined)[] =>
    findAll(element, 'li').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

describe('Histórico', () => {
    it('says that it is loading, and no longer once there is something to show', async () => {
        expect(has(await mountHistory({ status: 'loading' }), 'lightning-spinner')).toBe(true);
        expect(has(await mountHistory({ status: 'loading', calls: [endedCall()] }), 'lightning-spinner')).toBe(false);
    });

    it('says so when there was no call today', async () => {
        const element = await mountHistory({ status: 'ready' });

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe('Nenhuma chamada hoje');
    });

    it('offers to try again when it could not be loaded, and keeps the calls it has', async () => {
        const element = await mountHistory({ status: 'failed', calls: [endedCall()] });
        const retries = recordEvents(element, 'retry');
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('action'));

        expect(retries).toHaveLength(1);
        expect(rowTexts(element)).toHaveLength(1);
    });

    it('lists number, name, result, duration, protocol, time and Case', async () => {
        const element = await mountHistory({ status: 'ready', calls: [endedCall()] });

        expect(rowTexts(element)).toEqual([
            '(11) 98765-432109:00Maria da SilvaAtendidaDuração04:0520261123000042Abrir caso 00001042'
        ]);
    });

    it("writes the time in the agent's time zone", async () => {
        const element = await mountHistory({ calls: [endedCall()], timeZone: 'America/Manaus' });

        expect(rowTexts(element)[0]).toContain('08:00');
    });

    it.each([
        ['takenByColleague', 'Atendida por colega'],
        ['missed', 'Não atendida'],
        ['refused', 'Recusada'],
        ['abandoned', 'Abandonada'],
        ['failed', 'Não completada']
    ] as const)('says that a call was %s and gives it no duration', async (result, text) => {
        const element = await mountHistory({ calls: [endedCall({ result, answeredAt: null, case: null })] });

        expect(rowTexts(element)[0]).toContain(text);
        expect(has(element, '[data-id="duration"]')).toBe(false);
        expect(has(element, 'button')).toBe(false);
    });

    it.each([
        ['inbound', 'utility:incoming_call', 'Recebida'],
        ['outbound', 'utility:outbound_call', 'Efetuada'],
        ['internal', 'utility:people', 'Interna']
    ] as const)('marks a call as %s by icon and text', async (direction, iconName, text) => {
        const element = await mountHistory({ calls: [endedCall({ direction })] });
        const icon = find<HTMLElement & { iconName: string; alternativeText: string }>(element, 'lightning-icon');

        expect([icon.iconName, icon.alternativeText]).toEqual([iconName, text]);
    });

    it('opens the Case of a call and copies its protocol', async () => {
        const element = await mountHistory({ calls: [endedCall()] });
        const cases = recordEvents(element, 'caseopen');
        find(element, 'button').click();

        expect(cases).toEqual([{ recordId: '500000000000042AAA' }]);
        expect(find<HTMLElement & { value: string }>(element, 'c-copy-button').value).toBe('20261123000042');
    });
});
