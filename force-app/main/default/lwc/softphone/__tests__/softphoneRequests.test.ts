import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import type { Note } from 'bridge/contract';
import { openTab } from 'lightning/platformWorkspaceApi';
import {
    directory,
    endedCall,
    joao,
    presenceOf,
    snapshotOf,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { find, has } from '../../../../../../test/jest-mocks/mount';

let page: SoftphonePage;

beforeEach(() => {
    page = new SoftphonePage();
});

const fire = (element: HTMLElement, type: string, detail?: unknown): boolean =>
    element.dispatchEvent(new CustomEvent(type, { detail }));
const bodiesOf = (route: string): unknown[] => page.bridge.requestsTo(route).map(({ body }) => body);

describe('presence', () => {
    const wanted = { state: 'paused', reason: 'Almoço' } as const;

    it('is what the agent chooses, once the bridge says so', async () => {
        const answer = page.bridge.holdBack('PUT /agent/presence');
        await page.openConnected();
        fire(page.presenceMenu, 'presencechange', wanted);
        await eventually(() => expect(page.presenceMenu.wanted).toEqual(wanted));
        expect(page.presenceMenu.presence).toEqual(presenceOf());

        answer(new Response(JSON.stringify(presenceOf(wanted))));
        await eventually(() => expect(page.presenceMenu.presence).toMatchObject(wanted));
        expect(page.presenceMenu.wanted).toBeNull();
        expect(bodiesOf('PUT /agent/presence')).toEqual([wanted]);
    });

    it('follows what the bridge tells', async () => {
        await page.openConnected(talkingCall());
        expect(page.presenceMenu.isOnCall).toBe(true);
        page.bridge.sendPresence(presenceOf({ state: 'paused', automatic: true }));

        await eventually(() => expect(page.presenceMenu.presence).toMatchObject({ automatic: true }));
    });

    it('falls back when it is refused, and says so', async () => {
        page.bridge.answerWith('PUT /agent/presence', () => problemResponse(503));
        await page.openConnected();
        fire(page.presenceMenu, 'presencechange', wanted);

        await eventually(() =>
            expect(page.commandProblem).toMatchObject({
                heading: 'Não foi possível mudar a sua disponibilidade',
                message: 'O servidor de telefonia não respondeu. Tente de novo.'
            })
        );
        expect([page.presenceMenu.presence, page.presenceMenu.wanted]).toEqual([presenceOf(), null]);
    });

    it('leaves the wrap-up when the agent is done', async () => {
        const wrapUp = {
            callId: endedCall().callId,
            legId: 'leg-1',
            since: '2026-11-23T12:04:15.000Z',
            endsAt: '2026-11-23T12:04:45.000Z'
        };
        await page.openConnected(talkingCall());
        page.bridge.sendCall(endedCall());
        page.bridge.sendPresence(presenceOf({ wrapUp }));
        await eventually(() => expect(page.current.wrapUpCall).toEqual(endedCall()));
        expect(page.activeTab).toBe('current');
        fire(page.current, 'wrapupfinish');

        await eventually(() => expect(page.current.wrapUpCall).toBeNull());
        expect(page.bridge.requestsTo('DELETE /agent/wrap-up')).toHaveLength(1);
    });
});

describe('a note', () => {
    const ROUTE = 'PUT /agent/calls/asterisk%3A1700000000.leg-1/note';
    const note: Note = { reason: 'Dúvida', text: 'Quer a segunda via.' };
    const write = (text: Note): boolean =>
        fire(page.current, 'notechange', { callId: talkingCall().callId, legId: 'leg-1', note: text });

    it('is stored, and shown meanwhile whatever is told of the call', async () => {
        await page.openConnected(talkingCall());
        write(note);
        page.bridge.sendCall(talkingCall({ muted: true }));
        await eventually(() => expect(page.current.calls[0]).toEqual(talkingCall({ muted: true, note })));

        expect(bodiesOf(ROUTE)).toEqual([{ legId: 'leg-1', ...note }]);
    });

    it('survives a lost bridge', async () => {
        page.bridge.answerWith(ROUTE, () => problemResponse(503));
        await page.openConnected(talkingCall());
        write(note);
        await eventually(() => expect(bodiesOf(ROUTE)).toHaveLength(1));
        page.bridge.answerAsUsual(ROUTE);
        page.bridge.dropStream();
        await eventually(() => expect(page.showsStaleNotice).toBe(true));
        fire(page.staleNotice, 'reconnect');
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
        page.bridge.sendSnapshot(snapshotOf(talkingCall()));

        await eventually(() => expect(bodiesOf(ROUTE)).toEqual([1, 2].map(() => ({ legId: 'leg-1', ...note }))));
        expect(page.current.calls[0]?.note).toEqual(note);
    });

    it('that is refused says why and stays', async () => {
        page.bridge.answerWith(ROUTE, () => problemResponse(400, { type: 'urn:softphone-bridge:reason-unknown' }));
        await page.openConnected(talkingCall());
        write(note);

        await eventually(() =>
            expect(page.commandProblem.heading).toBe('A anotação da chamada com (11) 98765-4321 não foi salva')
        );
        expect(page.current.calls[0]?.note).toEqual(note);
    });
});

describe('a call that the agent makes', () => {
    const request = { number: '(11) 2295-3040', recordId: joao.id };

    it.each([
        ['Discar', () => page.dial],
        ['Histórico', () => page.history]
    ])('from %s is asked of the bridge, and shown when it comes', async (_name, tab) => {
        const answer = page.bridge.holdBack('POST /agent/calls');
        await page.openConnected();
        fire(tab(), 'dial', request);
        await eventually(() => expect(page.dial.dialling).toBe(true));
        answer(new Response('{"callId":"simulator:1"}', { status: 201 }));
        await eventually(() => expect(page.dial.dialling).toBe(false));
        expect(bodiesOf('POST /agent/calls')).toEqual([request]);
        page.bridge.sendCall(talkingCall({ state: 'dialling', kind: 'outbound', answeredAt: null, case: null }));

        await eventually(() => expect(page.activeTab).toBe('current'));
    });

    it('that fails says why', async () => {
        page.bridge.answerWith('POST /agent/calls', () =>
            problemResponse(409, { type: 'urn:softphone-bridge:telephony-away' })
        );
        await page.openConnected();
        fire(page.dial, 'dial', request);

        await eventually(() =>
            expect(page.commandProblem).toMatchObject({
                heading: 'Não foi possível ligar para (11) 2295-3040',
                message: 'A central telefônica está sem conexão. Use o aparelho ou tente de novo.'
            })
        );
        expect([page.dial.dialling, page.dial.dialled]).toEqual([false, null]);
    });

    it('is known by its number once it is on its way, until another one is made', async () => {
        await page.openConnected();
        fire(page.dial, 'dial', request);
        await eventually(() => expect(page.dial.dialled).toBe(request.number));
        page.bridge.holdBack('POST /agent/calls');
        fire(page.dial, 'dial', { number: '190', recordId: null });

        await eventually(() => expect(page.dial.dialled).toBeNull());
    });

    it.each([
        ['number-without-area', 400, 'Falta o DDD. Disque, por exemplo, (11) 98765-4321.'],
        ['number-unreadable', 400, 'Não dá para ligar para este número. Confira e tente de novo.'],
        ['salesforce-away', 503, 'O Salesforce não está respondendo. Tente de novo em instantes.'],
        ['salesforce-refused', 503, 'O Salesforce recusou a consulta. Avise o administrador.']
    ])('that fails for %s says what to do', async (name, status, message) => {
        page.bridge.answerWith('POST /agent/calls', () =>
            problemResponse(status, { type: `urn:softphone-bridge:${name}` })
        );
        await page.openConnected();
        fire(page.dial, 'dial', request);

        await eventually(() => expect(page.commandProblem.message).toBe(message));
    });
});

describe('the keys of a call', () => {
    const ROUTE = 'POST /agent/calls/asterisk%3A1700000000.leg-1/dtmf';
    const press = (digits: string): void => page.command({ action: 'dtmf', digits });

    it('reach the bridge one after the other', async () => {
        const answer = page.bridge.holdBack(ROUTE);
        await page.openConnected(talkingCall({ actions: ['dtmf'] }));
        press('12');
        press('34');
        await eventually(() => expect(bodiesOf(ROUTE)).toEqual([{ digits: '12' }]));
        page.bridge.answerAsUsual(ROUTE);
        answer(new Response(null, { status: 204 }));
        await eventually(() => expect(bodiesOf(ROUTE)).toEqual([{ digits: '12' }, { digits: '34' }]));
        press('5');

        await eventually(() => expect(bodiesOf(ROUTE)).toHaveLength(3));
    });

    it('are not sent when those before them failed, which stays in sight', async () => {
        const answer = page.bridge.holdBack(ROUTE);
        await page.openConnected(talkingCall({ actions: ['dtmf'] }));
        press('12');
        press('34');
        await eventually(() => expect(bodiesOf(ROUTE)).toHaveLength(1));
        page.bridge.answerAsUsual(ROUTE);
        answer(problemResponse(409, { type: 'urn:softphone-bridge:telephony-refused' }));
        await eventually(() =>
            expect(page.commandProblem.heading).toBe('As teclas não chegaram à chamada com (11) 98765-4321')
        );
        press('9');

        await eventually(() => expect(bodiesOf(ROUTE)).toEqual([{ digits: '12' }, { digits: '9' }]));
    });
});

describe('what is looked up', () => {
    it('is people, for both tabs', async () => {
        page.bridge.setContacts([joao]);
        await page.openConnected();
        fire(page.current, 'contactsearch', { search: 'joão' });

        await eventually(() =>
            expect(page.dial.contacts).toEqual({ search: 'joão', status: 'ready', contacts: [joao] })
        );
        expect(page.current.contacts).toBe(page.dial.contacts);
    });

    it('is whom a call can be transferred to', async () => {
        await page.openConnected(talkingCall());
        expect(page.current.directory.status).toBe('idle');
        fire(page.current, 'directorywanted');

        await eventually(() => expect(page.current.directory).toEqual({ status: 'ready', directory }));
    });

    it('says when nobody answers', async () => {
        page.bridge.answerWith('GET /agent/directory', () => problemResponse(503));
        page.bridge.answerWith('GET /agent/contacts', () => problemResponse(503));
        await page.openConnected(talkingCall());
        fire(page.current, 'directorywanted');
        fire(page.current, 'contactsearch', { search: 'x' });

        await eventually(() => expect(page.current.directory.status).toBe('failed'));
        await eventually(() => expect(page.current.contacts?.status).toBe('failed'));
    });

    it('opens a record in a tab of the console', async () => {
        await page.openConnected();
        fire(page.dial, 'recordopen', { recordId: joao.id });

        expect(jest.mocked(openTab).mock.calls).toEqual([[{ recordId: joao.id, focus: true }]]);
    });
});

describe('the keyboard', () => {
    const press = (key: string): boolean =>
        document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true, cancelable: true })
        );
    const keys = (key: string): boolean =>
        find(page.element, 'section').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

    it('hangs up from anywhere in the window', async () => {
        await page.openConnected(talkingCall());
        press('D');

        await eventually(() =>
            expect(page.bridge.requestsTo('POST /agent/calls/asterisk%3A1700000000.leg-1/hangup')).toHaveLength(1)
        );
    });

    it('asks to whom the call is transferred', async () => {
        await page.openConnected(talkingCall({ actions: ['consult'] }));
        page.selectTab('history');
        const openTransfer = jest.spyOn(page.current, 'openTransfer');
        press('T');

        await eventually(() => expect(openTransfer).toHaveBeenCalledTimes(1));
        expect(page.activeTab).toBe('current');
    });

    it('does nothing any more when the softphone is gone', async () => {
        await page.openConnected(talkingCall());
        page.element.remove();

        expect(press('D')).toBe(true);
    });

    it('lists its shortcuts', async () => {
        await page.openConnected();

        expect(find<HTMLElement & { shortcuts: object[] }>(page.element, 'c-shortcut-help').shortcuts).toContainEqual({
            letter: 'A',
            label: 'Atender'
        });
    });

    it('keeps the tab in which the agent types when a call rings', async () => {
        await page.openConnected();
        page.selectTab('dial');
        keys('1');
        page.bridge.sendCall(talkingCall({ state: 'ringing', case: null, answeredAt: null }));
        await eventually(() => expect(page.ringing.calls).toHaveLength(1));

        expect(page.activeTab).toBe('dial');
    });

    it('lets a call that rings come to the front when nobody types', async () => {
        await page.openConnected();
        page.selectTab('dial');
        keys('Tab');
        page.bridge.sendCall(talkingCall({ state: 'ringing', case: null, answeredAt: null }));

        await eventually(() => expect(page.activeTab).toBe('ringing'));
    });
});

describe('the tab', () => {
    it('is the same after a reload', async () => {
        await page.openConnected();
        page.selectTab('history');
        page.element.remove();
        await page.openConnected();

        expect(page.activeTab).toBe('history');
        expect(has(page.element, 'c-softphone-history')).toBe(true);
    });
});

describe('queues', () => {
    const queueOf = (isIn: boolean) => ({ name: 'Suporte', isIn, isFixed: false, waiting: 0, free: 1 });
    const listed = (isIn: boolean) => (): Response => new Response(JSON.stringify({ queues: [queueOf(isIn)] }));
    const shown = () => page.presenceMenu.queueLogins;

    it('are read when the menu wants them, and again each time', async () => {
        page.bridge.answerWith('GET /agent/queues', listed(true));
        await page.openConnected();
        fire(page.presenceMenu, 'queueswanted');

        await eventually(() => expect(shown()).toMatchObject({ status: 'ready', queues: [queueOf(true)] }));
        fire(page.presenceMenu, 'queueswanted');
        await eventually(() => expect(page.bridge.requestsTo('GET /agent/queues')).toHaveLength(2));
    });

    it('say that they could not be read', async () => {
        page.bridge.answerWith('GET /agent/queues', () => problemResponse(503));
        await page.openConnected();
        fire(page.presenceMenu, 'queueswanted');

        await eventually(() => expect(shown().status).toBe('failed'));
    });

    it('are left once the bridge says so', async () => {
        page.bridge.answerWith('GET /agent/queues', listed(true));
        const answer = page.bridge.holdBack('PUT /agent/queues/Suporte');
        await page.openConnected();
        fire(page.presenceMenu, 'queueswanted');
        await eventually(() => expect(shown().status).toBe('ready'));
        fire(page.presenceMenu, 'queueloginchange', { name: 'Suporte', isIn: false });
        await eventually(() => expect(shown().changing).toEqual({ Suporte: false }));
        expect(shown().queues).toEqual([queueOf(true)]);

        answer(new Response(null, { status: 204 }));
        await eventually(() => expect(shown().queues).toEqual([queueOf(false)]));
        expect(shown()).toMatchObject({ changing: {}, changed: { name: 'Suporte', isIn: false } });
        expect(bodiesOf('PUT /agent/queues/Suporte')).toEqual([{ isIn: false }]);
    });

    it.each([
        ['not-possible-now', 'O administrador fixou você nesta fila. Para sair dela, fale com ele.'],
        ['no-such-target', 'Esta fila não existe mais ou não pode ser escolhida. Abra as filas de novo.']
    ])('stay as they are when that is refused (%s), and the agent reads why', async (name, message) => {
        page.bridge.answerWith('GET /agent/queues', listed(true));
        page.bridge.answerWith('PUT /agent/queues/Suporte', () =>
            problemResponse(409, { type: `urn:softphone-bridge:${name}` })
        );
        await page.openConnected();
        fire(page.presenceMenu, 'queueswanted');
        await eventually(() => expect(shown().status).toBe('ready'));
        fire(page.presenceMenu, 'queueloginchange', { name: 'Suporte', isIn: false });

        await eventually(() =>
            expect(page.commandProblem).toMatchObject({
                heading: 'Não foi possível sair da fila Suporte',
                message
            })
        );
        expect(shown()).toMatchObject({ queues: [queueOf(true)], changing: {}, changed: null });
    });
});
