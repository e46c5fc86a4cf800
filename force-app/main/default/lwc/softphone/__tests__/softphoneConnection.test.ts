import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { openTab } from 'lightning/platformWorkspaceApi';
import { createRecord } from 'lightning/uiRecordApi';
import { ana, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { has, textOf } from '../../../../../../test/jest-mocks/mount';

let page: SoftphonePage;

beforeEach(() => {
    page = new SoftphonePage();
});

describe('the connection', () => {
    it('signs in by a record and shows who the agent is', async () => {
        await page.openConnected();

        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'SoftphoneHandshake__c',
            fields: { Nonce__c: 'nonce-1' }
        });
        expect(textOf(page.element)).toContain(ana.name);
        expect(textOf(page.element)).toContain('Ramal 1001');
        await eventually(() => expect(page.history.status).toBe('ready'));
    });

    it('waits with a spinner for the first snapshot', async () => {
        await page.open();

        expect(has(page.element, 'lightning-spinner')).toBe(true);
    });

    it('asks for the bridge address when there is none', async () => {
        await page.open('');
        const problem = page.problem;

        expect([problem.heading, problem.actionLabel]).toEqual(['Falta o endereço do servidor de telefonia', '']);
        expect(page.bridge.requests).toEqual([]);
    });

    it('connects once the address is there', async () => {
        await page.open('');
        page.element.bridgeUrl = ' https://bridge.example.com ';

        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it.each([
        ['no extension', 403, 'https://bridge.example.com/problems/no-extension', 'O seu usuário não tem ramal'],
        ['no permission', 403, 'about:blank', 'Você ainda não tem acesso ao softphone'],
        ['a wrong address', 404, 'about:blank', 'O servidor de telefonia recusou a conexão']
    ])('explains %s and tries again when asked', async (_name, status, type, heading) => {
        page.bridge.answerWith('POST /agent/session', () => problemResponse(status, { type }));
        await page.open();
        await eventually(() => expect(page.problem.heading).toBe(heading));

        page.bridge.answerAsUsual('POST /agent/session');
        page.problem.dispatchEvent(new CustomEvent('action'));
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it("passes on the bridge's own reason for refusing an agent", async () => {
        page.bridge.answerWith('POST /agent/session', () =>
            problemResponse(403, { detail: 'Seu usuário não está ativo.' })
        );
        await page.open();

        await eventually(() => expect(page.problem.message).toBe('Seu usuário não está ativo.'));
    });

    it('explains a handshake record that may not be written', async () => {
        jest.mocked(createRecord).mockRejectedValue({ status: 403, body: { message: 'sem acesso' } });
        await page.open();

        await eventually(() => expect(page.problem.heading).toBe('Você ainda não tem acesso ao softphone'));
    });

    it('explains a bridge that was never reached, naming its address', async () => {
        page.bridge.goDown();
        await page.open();

        await eventually(() => expect(page.problem.message).toContain('https://bridge.example.com'));
        expect(page.utilityLook).toMatchObject({ label: 'Softphone sem conexão', iconVariant: 'error' });
    });

    it('keeps the calls on screen when the bridge is lost, and says that they may be old', async () => {
        await page.openConnected(talkingCall());
        page.bridge.goDown();
        await eventually(() => expect(textOf(page.element)).toContain('podem estar desatualizadas'));

        expect(page.current.calls).toHaveLength(1);
        expect(page.current.disabled).toBe(true);
        expect(has(page.element, '[data-id="problem"]')).toBe(false);
    });

    it('opens each Case once although the stream comes back', async () => {
        await page.openConnected(talkingCall());
        page.bridge.dropStream();
        await eventually(() => expect(textOf(page.element)).toContain('podem estar desatualizadas'));
        page.element.bridgeUrl = 'https://bridge.example.com';
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
        page.bridge.sendSnapshot(snapshotOf(talkingCall()));
        await eventually(() => expect(textOf(page.element)).not.toContain('podem estar desatualizadas'));

        expect(openTab).toHaveBeenCalledTimes(1);
    });

    it('leaves the bridge when it is closed', async () => {
        await page.openConnected();
        page.element.remove();

        await eventually(() => expect(page.bridge.isListenedTo).toBe(false));
    });
});
