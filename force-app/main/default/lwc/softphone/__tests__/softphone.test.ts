import '../../../../../../test/jest-mocks/projectLabels';
import type { CallView } from 'bridge/contract';
import type CallCard from 'c/callCard';
import Softphone from 'c/softphone';
import type SoftphoneHistory from 'c/softphoneHistory';
import type SoftphoneRinging from 'c/softphoneRinging';
import { EnclosingUtilityId, open, updateUtility } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, openTab } from 'lightning/platformWorkspaceApi';
import { createRecord } from 'lightning/uiRecordApi';
import { ana, endedCall, ringingCall, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { createFakeBridge, problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { type Mounted, find, findAll, has, mount, textOf } from '../../../../../../test/jest-mocks/mount';
import { navigate } from '../../../../../../test/jest-mocks/lightning/navigation';

jest.mock('lightning/navigation', () => jest.requireActual('../../../../../../test/jest-mocks/lightning/navigation'));

const CASE_ID = '500000000000042AAA';

interface Panel extends HTMLElement {
    heading: string;
    message: string;
    actionLabel: string;
}

interface TestWire {
    emit(value: unknown): void;
}

let bridge: ReturnType<typeof createFakeBridge>;
let element: HTMLElement;

const pageFetch = global.fetch;

beforeEach(() => {
    bridge = createFakeBridge();
    global.fetch = bridge.fetch;
    jest.mocked(createRecord).mockResolvedValue({ id: 'a00000000000001AAA', fields: {} });
    navigate.mockClear();
    jest.mocked(openTab).mockClear();
    jest.mocked(open).mockClear();
    jest.mocked(updateUtility).mockClear();
});

afterAll(() => {
    global.fetch = pageFetch;
});

async function mountSoftphone(): Promise<void> {
    element = await mount('c-softphone', Softphone, { bridgeUrl: 'https://bridge.example.com' });
    (EnclosingUtilityId as unknown as TestWire).emit('utility-1');
    (IsConsoleNavigation as unknown as TestWire).emit(true);
}

async function mountConnected(...calls: CallView[]): Promise<void> {
    await mountSoftphone();
    await eventually(() => expect(bridge.isListenedTo).toBe(true));
    bridge.sendSnapshot(snapshotOf(...calls));
    await eventually(() => expect(has(element, 'lightning-tabset')).toBe(true));
}

const activeTab = (): string =>
    find<HTMLElement & { activeTabValue: string }>(element, 'lightning-tabset').activeTabValue;
const tabLabels = (): string[] =>
    findAll<HTMLElement & { label: string }>(element, 'lightning-tab').map(({ label }) => label);
const ringing = () => find<Mounted<SoftphoneRinging>>(element, 'c-softphone-ringing');
const history = () => find<Mounted<SoftphoneHistory>>(element, 'c-softphone-history');
const current = () => find<HTMLElement & { calls: CallView[]; disabled: boolean }>(element, 'c-softphone-current');
const cards = () => findAll<Mounted<CallCard>>(current(), 'c-call-card');
const lastLook = () => jest.mocked(updateUtility).mock.calls.at(-1)?.[1];

describe('a call from ring to history', () => {
    it('rings, is answered, opens its Case once, ends and is listed', async () => {
        await mountConnected();
        bridge.sendCall(ringingCall());
        await eventually(() => expect(ringing().calls).toHaveLength(1));
        expect(tabLabels()).toEqual(['Tocando (1)', 'Atendimento', 'Histórico']);

        find(ringing(), 'lightning-button').click();
        await eventually(() =>
            expect(bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/answer')).toHaveLength(1)
        );
        expect(activeTab()).toBe('ringing');

        bridge.sendCall(talkingCall({ case: null, caller: null }));
        await eventually(() => expect(activeTab()).toBe('current'));
        expect(openTab).not.toHaveBeenCalled();

        bridge.sendCall(talkingCall());
        bridge.sendCall(talkingCall({ recorded: true }));
        await eventually(() => expect(cards()[0]?.call.recorded).toBe(true));
        expect(jest.mocked(openTab).mock.calls).toEqual([[{ recordId: CASE_ID, focus: true }]]);

        const card = cards()[0];
        if (card) find(card, '[data-id="hang-up"]').click();
        await eventually(() =>
            expect(bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/hangup')).toHaveLength(1)
        );
        bridge.sendCall(endedCall());
        await eventually(() => expect(current().calls).toEqual([]));
        expect(history().calls).toEqual([endedCall()]);
    });

    it('announces a ringing call once and opens the softphone without taking the focus', async () => {
        await mountConnected();
        bridge.sendCall(ringingCall());
        await eventually(() =>
            expect(find(element, '[data-id="announcement"]').textContent).toBe(
                'Nova chamada de (11) 98765-4321, fila suporte'
            )
        );
        bridge.sendCall(ringingCall({ announcedName: 'Maria' }));
        await eventually(() => expect(ringing().calls[0]?.announcedName).toBe('Maria'));

        expect(jest.mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    });

    it('does not open the softphone while the agent is on a call', async () => {
        await mountConnected(talkingCall());
        bridge.sendCall(ringingCall({ legId: 'leg-2' }));
        await eventually(() => expect(ringing().calls).toHaveLength(1));

        expect(open).not.toHaveBeenCalled();
        expect(activeTab()).toBe('current');
    });

    it('shows on the closed utility what happens', async () => {
        await mountConnected();
        bridge.sendCall(ringingCall());
        await eventually(() =>
            expect(lastLook()).toMatchObject({ label: 'Chamada: (11) 98765-4321', highlighted: true })
        );
        bridge.sendCall(talkingCall());
        await eventually(() => expect(lastLook()).toMatchObject({ label: 'Em atendimento', highlighted: false }));
        bridge.sendCall(endedCall());
        await eventually(() => expect(lastLook()).toMatchObject({ label: 'Softphone', highlighted: false }));
    });

    it('navigates to the Case where there are no workspace tabs', async () => {
        await mountConnected();
        (IsConsoleNavigation as unknown as TestWire).emit(false);
        bridge.sendCall(talkingCall());

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
        await mountConnected(ringingCall(), other);
        ringing().dispatchEvent(new CustomEvent('callselect', { detail: { legId: 'leg-2' } }));
        findAll(element, 'lightning-tab')[2]?.dispatchEvent(new CustomEvent('active'));

        await eventually(() => expect(activeTab()).toBe('history'));
        expect(ringing().selectedLegId).toBe('leg-2');
    });
});

describe('the focus', () => {
    const focusOfTabs = (): jest.SpyInstance => jest.spyOn(find(element, 'lightning-tabset'), 'focus');

    it('stays in the softphone when the answered call leaves Tocando', async () => {
        await mountConnected(ringingCall());
        findAll(ringing(), '[role="option"]')[0]?.focus();
        const focus = focusOfTabs();
        bridge.sendCall(talkingCall());

        await eventually(() => expect(focus).toHaveBeenCalledTimes(1));
    });

    it('stays where the agent is typing outside the softphone', async () => {
        await mountConnected(ringingCall());
        const input = document.body.appendChild(document.createElement('input'));
        input.focus();
        const focus = focusOfTabs();
        bridge.sendCall(talkingCall());
        await eventually(() => expect(activeTab()).toBe('current'));

        expect(focus).not.toHaveBeenCalled();
        expect(document.activeElement).toBe(input);
    });
});

describe('the connection', () => {
    it('signs in by a record and shows who the agent is', async () => {
        await mountConnected();

        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'SoftphoneHandshake__c',
            fields: { Nonce__c: 'nonce-1' }
        });
        expect(textOf(element)).toContain(ana.name);
        expect(textOf(element)).toContain('Ramal 1001');
        await eventually(() => expect(history().status).toBe('ready'));
    });

    it('waits with a spinner for the first snapshot', async () => {
        await mountSoftphone();

        expect(has(element, 'lightning-spinner')).toBe(true);
    });

    it('asks for the bridge address when there is none', async () => {
        element = await mount('c-softphone', Softphone, {});
        const problem = find<Panel>(element, '[data-id="problem"]');

        expect([problem.heading, problem.actionLabel]).toEqual(['Falta o endereço do servidor de telefonia', '']);
        expect(bridge.requests).toEqual([]);
    });

    it('connects once the address is there', async () => {
        element = await mount('c-softphone', Softphone, { bridgeUrl: '' });
        (element as HTMLElement & { bridgeUrl: string }).bridgeUrl = ' https://bridge.example.com ';

        await eventually(() => expect(bridge.isListenedTo).toBe(true));
    });

    it.each([
        ['no extension', 403, 'https://bridge.example.com/problems/no-extension', 'O seu usuário não tem ramal'],
        ['no permission', 403, 'about:blank', 'Você ainda não tem acesso ao softphone'],
        ['a wrong address', 404, 'about:blank', 'O servidor de telefonia recusou a conexão']
    ])('explains %s and tries again when asked', async (_name, status, type, heading) => {
        bridge.answerWith('POST /agent/session', () => problemResponse(status, { type }));
        await mountSoftphone();
        await eventually(() => expect(find<Panel>(element, '[data-id="problem"]').heading).toBe(heading));

        bridge.answerAsUsual('POST /agent/session');
        find(element, '[data-id="problem"]').dispatchEvent(new CustomEvent('action'));
        await eventually(() => expect(bridge.isListenedTo).toBe(true));
    });

    it('explains a handshake record that may not be written', async () => {
        jest.mocked(createRecord).mockRejectedValue({ status: 403, body: { message: 'sem acesso' } });
        await mountSoftphone();

        await eventually(() =>
            expect(find<Panel>(element, '[data-id="problem"]').heading).toBe('Você ainda não tem acesso ao softphone')
        );
    });

    it('explains a bridge that was never reached, naming its address', async () => {
        bridge.goDown();
        await mountSoftphone();

        await eventually(() =>
            expect(find<Panel>(element, '[data-id="problem"]').message).toContain('https://bridge.example.com')
        );
        expect(lastLook()).toMatchObject({ label: 'Softphone sem conexão', iconVariant: 'error' });
    });

    it('keeps the calls on screen when the bridge is lost, and says that they may be old', async () => {
        await mountConnected(talkingCall());
        bridge.goDown();
        await eventually(() => expect(textOf(element)).toContain('podem estar desatualizadas'));

        expect(current().calls).toHaveLength(1);
        expect(current().disabled).toBe(true);
        expect(has(element, '[data-id="problem"]')).toBe(false);
    });

    it('opens each Case once although the stream comes back', async () => {
        await mountConnected(talkingCall());
        bridge.dropStream();
        await eventually(() => expect(textOf(element)).toContain('podem estar desatualizadas'));
        (element as HTMLElement & { bridgeUrl: string }).bridgeUrl = 'https://bridge.example.com';
        await eventually(() => expect(bridge.isListenedTo).toBe(true));
        bridge.sendSnapshot(snapshotOf(talkingCall()));
        await eventually(() => expect(textOf(element)).not.toContain('podem estar desatualizadas'));

        expect(openTab).toHaveBeenCalledTimes(1);
    });

    it('leaves the bridge when it is closed', async () => {
        await mountConnected();
        element.remove();

        await eventually(() => expect(bridge.isListenedTo).toBe(false));
    });
});

describe('what can fail on the way', () => {
    it('says why a call could not be answered, until the agent dismisses it', async () => {
        bridge.answerWith('POST /agent/calls/asterisk%3A1700000000.leg-1/answer', () => problemResponse(409));
        await mountConnected(ringingCall());
        find(ringing(), 'lightning-button').click();
        await eventually(() =>
            expect(find<Panel>(element, '[data-id="command-problem"]')).toMatchObject({
                heading: 'Não foi possível atender a chamada',
                message: 'A chamada pode já ter terminado ou sido atendida por um colega.'
            })
        );

        find(element, '[data-id="command-problem"]').dispatchEvent(new CustomEvent('dismiss'));
        await eventually(() => expect(has(element, '[data-id="command-problem"]')).toBe(false));
    });

    it('loads the history again when asked', async () => {
        bridge.answerWith('GET /agent/history', () => problemResponse(503));
        await mountConnected();
        await eventually(() => expect(history().status).toBe('failed'));
        bridge.answerAsUsual('GET /agent/history');
        history().dispatchEvent(new CustomEvent('retry'));

        await eventually(() => expect(history().status).toBe('ready'));
    });
});
