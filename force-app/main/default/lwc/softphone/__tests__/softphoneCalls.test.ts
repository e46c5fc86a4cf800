import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { open } from 'lightning/platformUtilityBarApi';
import { openTab } from 'lightning/platformWorkspaceApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import {
    endedCall,
    helena,
    joao,
    ringingCall,
    sharedNumber,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { navigate } from '../../../../../../test/jest-mocks/lightning/navigation';
import { find, findAll, has } from '../../../../../../test/jest-mocks/mount';

jest.mock('lightning/navigation', () => jest.requireActual('../../../../../../test/jest-mocks/lightning/navigation'));

const CASE_ID = '500000000000042AAA';

let page: SoftphonePage;

beforeEach(() => {
    page = new SoftphonePage();
    navigate.mockClear();
    jest.mocked(notifyRecordUpdateAvailable).mockClear().mockResolvedValue();
});

describe('a call from ring to history', () => {
    it('rings, is answered, opens its Case once, ends and is listed', async () => {
        await page.openConnected();
        page.bridge.sendCall(ringingCall());
        await eventually(() => expect(page.ringing.calls).toHaveLength(1));
        expect(page.tabLabels).toEqual(['Tocando (1)', 'Atendimento', 'Histórico', 'Discar']);

        page.command({ action: 'answer' });
        await eventually(() =>
            expect(page.bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/answer')).toHaveLength(1)
        );
        expect(page.activeTab).toBe('ringing');

        page.bridge.sendCall(talkingCall({ case: null, caller: null }));
        await eventually(() => expect(page.activeTab).toBe('current'));
        expect(openTab).not.toHaveBeenCalled();

        page.bridge.sendCall(talkingCall());
        page.bridge.sendCall(talkingCall({ recorded: true }));
        await eventually(() => expect(page.cards[0]?.call.recorded).toBe(true));
        expect(jest.mocked(openTab).mock.calls).toEqual([[{ recordId: CASE_ID, focus: true }]]);

        page.command({ action: 'hangup' });
        await eventually(() =>
            expect(page.bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/hangup')).toHaveLength(1)
        );
        page.bridge.sendCall(endedCall());
        await eventually(() => expect(page.current.calls).toEqual([]));
        expect(page.history.calls).toEqual([endedCall()]);
    });

    it('announces a ringing call and opens the softphone once, without taking the focus', async () => {
        await page.openConnected();
        page.bridge.sendCall(ringingCall());
        await eventually(() => expect(page.announcements).toEqual(['Nova chamada de (11) 98765-4321, fila suporte']));
        page.bridge.sendCall(ringingCall({ announcedName: 'Maria' }));
        await eventually(() => expect(page.ringing.calls[0]?.announcedName).toBe('Maria'));

        expect(jest.mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    });

    it('announces a call that was lost', async () => {
        await page.openConnected(ringingCall());
        const endedAt = '2026-11-23T12:00:12.000Z';
        page.bridge.sendCall(endedCall({ result: 'abandoned', answeredAt: null, endedAt }));

        await eventually(() => expect(page.announcements).toEqual(['Chamada perdida de (11) 98765-4321']));
    });

    it('waits after the command until the telephone has answered', async () => {
        await page.openConnected(ringingCall());
        page.command({ action: 'answer' });
        await eventually(() => expect(page.ringing.pending).toMatchObject({ 'leg-1': { action: 'answer' } }));
        await eventually(() =>
            expect(page.bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/answer')).toHaveLength(1)
        );
        const { pending } = page.ringing;
        page.bridge.sendCall(ringingCall({ announcedName: 'Maria' }));
        await eventually(() => expect(page.ringing.calls[0]?.announcedName).toBe('Maria'));

        expect(page.ringing.pending).toBe(pending);
    });

    it('lets the tab of the ringing calls know of those that the agent is on, and of those that are over', async () => {
        page.bridge.setHistory([endedCall({ legId: 'leg-3' })]);
        await page.openConnected(talkingCall(), ringingCall({ legId: 'leg-2' }));

        expect(page.ringing.currentCalls).toEqual([talkingCall()]);
        await eventually(() => expect(page.ringing.history).toEqual([endedCall({ legId: 'leg-3' })]));
    });

    it('does not open the softphone while the agent is on a call', async () => {
        await page.openConnected(talkingCall());
        page.bridge.sendCall(ringingCall({ legId: 'leg-2' }));
        await eventually(() => expect(page.ringing.calls).toHaveLength(1));

        expect(open).not.toHaveBeenCalled();
        expect(page.activeTab).toBe('current');
    });

    it('shows on the closed utility what happens', async () => {
        await page.openConnected();
        page.bridge.sendCall(ringingCall());
        await eventually(() =>
            expect(page.utilityLook).toMatchObject({ label: 'Chamada: (11) 98765-4321', highlighted: true })
        );
        page.bridge.sendCall(talkingCall());
        await eventually(() => expect(page.utilityLook).toMatchObject({ label: 'Em atendimento', highlighted: false }));
        page.bridge.sendCall(endedCall());
        await eventually(() => expect(page.utilityLook).toMatchObject({ label: 'Softphone', highlighted: false }));
    });

    it('navigates to the Case where there are no workspace tabs', async () => {
        await page.openConnected();
        page.setConsoleNavigation(false);
        page.bridge.sendCall(talkingCall());

        await eventually(() =>
            expect(navigate.mock.calls).toEqual([
                [
                    {
                        type: 'standard__recordPage',
                        attributes: { recordId: CASE_ID, objectApiName: 'Case', actionName: 'view' }
                    }
                ]
            ])
        );
        expect(openTab).not.toHaveBeenCalled();
    });

    it('follows the tab and the call that the agent selects', async () => {
        const other = ringingCall({ legId: 'leg-2', waitingSince: '2026-11-23T12:00:01.000Z' });
        await page.openConnected(ringingCall(), other);
        page.ringing.dispatchEvent(new CustomEvent('callselect', { detail: { legId: 'leg-2' } }));
        findAll(page.element, 'lightning-tab')[2]?.dispatchEvent(new CustomEvent('active'));

        await eventually(() => expect(page.activeTab).toBe('history'));
        expect(page.ringing.selectedLegId).toBe('leg-2');
    });
});

describe('who is calling', () => {
    const CONTACT_ROUTE = 'PUT /agent/calls/asterisk%3A1700000000.leg-1/contact';
    const shared = talkingCall({ caller: sharedNumber });
    const choose = (candidateId: string | null): void => {
        find(page.cards[0] as HTMLElement, 'c-caller-match').dispatchEvent(
            new CustomEvent('callerchoose', { detail: { candidateId } })
        );
    };

    it('is whom the agent chooses, as soon as they choose, and the page of the Case follows', async () => {
        await page.openConnected(shared);
        choose(joao.id);
        await eventually(() => expect(page.cards[0]?.pendingChoice).toMatchObject({ candidateId: joao.id }));
        await eventually(() =>
            expect(page.bridge.requestsTo(CONTACT_ROUTE).map(({ body }) => body)).toEqual([{ candidateId: joao.id }])
        );
        expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();

        page.bridge.sendCall(talkingCall({ caller: { who: joao, reason: 'chosenByAgent', others: [helena] } }));
        await eventually(() => expect(page.cards[0]?.call.caller?.who?.name).toBe(joao.name));
        expect(page.cards[0]?.pendingChoice).toBeUndefined();
        expect(jest.mocked(notifyRecordUpdateAvailable).mock.calls).toEqual([[[{ recordId: CASE_ID }]]]);
    });

    it.each([
        ['candidate-unknown', 404, 'Esta pessoa não está mais entre as que têm este número.'],
        ['caller-pending', 409, 'O cadastro ainda está sendo procurado no Salesforce. Tente de novo em instantes.'],
        ['caller-changed', 409, 'O cadastro desta chamada acaba de mudar. Confira e escolha de novo.'],
        ['anything-else', 409, 'O servidor de telefonia não aceitou a escolha. Tente de novo.'],
        ['anything-else', 503, 'O servidor de telefonia não respondeu. Tente de novo.']
    ])('stays as it was on %s (%i), and the agent reads why', async (name, status, message) => {
        const type = `urn:softphone-bridge:${name}`;
        page.bridge.answerWith(CONTACT_ROUTE, () => problemResponse(status, { type }));
        await page.openConnected(shared);
        choose(null);

        await eventually(() =>
            expect(page.commandProblem).toMatchObject({
                heading: 'Não foi possível mudar o cadastro da chamada com (11) 98765-4321',
                message
            })
        );
        expect(page.cards[0]?.pendingChoice).toBeUndefined();
    });
});

describe('the focus', () => {
    /** The first button anywhere inside. */
    const firstButton = (host: Element): HTMLElement | null =>
        [...(host.shadowRoot?.querySelectorAll('*') ?? [])].reduce<HTMLElement | null>(
            (found, element) => found ?? (element instanceof HTMLButtonElement ? element : firstButton(element)),
            null
        );
    const focusOfTabs = (): jest.SpyInstance => jest.spyOn(find(page.element, 'lightning-tabset'), 'focus');

    it('stays in the softphone when the answered call leaves Tocando', async () => {
        await page.openConnected(ringingCall());
        findAll(page.ringing, '[role="option"]')[0]?.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(talkingCall());

        await eventually(() => expect(focus).toHaveBeenCalledTimes(1));
    });

    it('stays in the softphone when the caller gives up while the call has it', async () => {
        await page.openConnected(ringingCall());
        findAll(page.ringing, '[role="option"]')[0]?.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(endedCall({ result: 'abandoned', answeredAt: null }));

        await eventually(() => expect(focus).toHaveBeenCalledTimes(1));
    });

    it('stays in the softphone when the call that it hung up goes', async () => {
        await page.openConnected(talkingCall());
        firstButton(page.current)?.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(endedCall());

        await eventually(() => expect(focus).toHaveBeenCalledTimes(1));
    });

    it('stays in the softphone when a call that rings hides the tab that has it', async () => {
        await page.openConnected();
        page.selectTab('history');
        page.bridge.sendCall(endedCall());
        await eventually(() => expect(firstButton(page.history)).not.toBeNull());
        firstButton(page.history)?.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(ringingCall({ legId: 'leg-2' }));

        await eventually(() => expect(focus).toHaveBeenCalledTimes(1));
    });

    it('stays in the softphone where the tabs do not take it', async () => {
        await page.openConnected(talkingCall());
        firstButton(page.current)?.focus();
        page.bridge.sendCall(endedCall());

        await eventually(() => expect(page.element.shadowRoot?.activeElement?.textContent).toBe('Softphone'));
    });

    it('stays on the button when another call gives up or the bridge is lost', async () => {
        await page.openConnected(ringingCall(), ringingCall({ legId: 'leg-2' }));
        firstButton(page.ringing)?.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(endedCall({ legId: 'leg-2', result: 'abandoned', answeredAt: null }));
        await eventually(() => expect(page.ringing.calls).toHaveLength(1));
        page.bridge.goDown();
        await eventually(() => expect(page.ringing.disabled).toBe(true));

        expect(focus).not.toHaveBeenCalled();
        expect(page.ringing.shadowRoot?.activeElement?.localName).toBe('c-command-button');
    });

    it('stays where the agent is typing outside the softphone', async () => {
        await page.openConnected(ringingCall());
        const input = document.body.appendChild(document.createElement('input'));
        input.focus();
        const focus = focusOfTabs();
        page.bridge.sendCall(talkingCall());
        await eventually(() => expect(page.activeTab).toBe('current'));

        expect(focus).not.toHaveBeenCalled();
        expect(document.activeElement).toBe(input);
    });
});

describe('what can fail on the way', () => {
    it('says why a call could not be answered, until the agent dismisses it', async () => {
        page.bridge.answerWith('POST /agent/calls/asterisk%3A1700000000.leg-1/answer', () => problemResponse(409));
        await page.openConnected(ringingCall());
        page.command({ action: 'answer' });
        await eventually(() =>
            expect(page.commandProblem).toMatchObject({
                heading: 'Não foi possível atender a chamada de (11) 98765-4321',
                message: 'A chamada pode já ter terminado ou sido atendida por um colega.'
            })
        );

        page.commandProblem.dispatchEvent(new CustomEvent('dismiss'));
        await eventually(() => expect(has(page.element, '[data-id="command-problem"]')).toBe(false));
    });

    it.each([
        ['call-unknown', 404, 'O servidor de telefonia não conhece esta chamada. Recarregue a página.'],
        ['call-not-yours', 403, 'Esta chamada é de outro agente.'],
        ['not-ringing', 409, 'A chamada não está mais tocando para você.'],
        ['call-over', 409, 'A chamada já terminou.'],
        ['telephony-refused', 409, 'A central telefônica recusou o comando. Use o aparelho ou tente de novo.'],
        ['telephony-away', 409, 'A central telefônica está sem conexão. Use o aparelho ou tente de novo.']
    ])("says %s in the agent's language", async (name, status, message) => {
        const type = `urn:softphone-bridge:${name}`;
        page.bridge.answerWith('POST /agent/calls/asterisk%3A1700000000.leg-1/answer', () =>
            problemResponse(status, { type, title: 'No', detail: 'As palavras do servidor.' })
        );
        await page.openConnected(ringingCall());
        page.command({ action: 'answer' });

        await eventually(() => expect(page.commandProblem).toMatchObject({ message, detail: `${status} · ${type}` }));
    });

    it('forgets the failure once the call is gone', async () => {
        page.bridge.answerWith('POST /agent/calls/asterisk%3A1700000000.leg-1/answer', () => problemResponse(409));
        await page.openConnected(ringingCall());
        page.command({ action: 'answer' });
        await eventually(() => expect(has(page.element, '[data-id="command-problem"]')).toBe(true));
        page.bridge.sendCall(endedCall({ result: 'missed', answeredAt: null }));

        await eventually(() => expect(has(page.element, '[data-id="command-problem"]')).toBe(false));
    });

    it('loads the history again when asked', async () => {
        page.bridge.answerWith('GET /agent/history', () => problemResponse(503));
        await page.openConnected();
        await eventually(() => expect(page.history.status).toBe('failed'));
        page.bridge.answerAsUsual('GET /agent/history');
        page.history.dispatchEvent(new CustomEvent('retry'));

        await eventually(() => expect(page.history.status).toBe('ready'));
    });
});
