import { SoftphonePage } from '../../../../../../test/jest-mocks/softphonePage';
import { openTab } from 'lightning/platformWorkspaceApi';
import { createRecord } from 'lightning/uiRecordApi';
import { ana, ringingCall, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';
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
        ['no extension', 403, 'urn:softphone-bridge:no-extension', 'O seu usuário não tem ramal'],
        ['an inactive user', 403, 'urn:softphone-bridge:inactive-user', 'O seu usuário não está ativo'],
        ['no permission', 403, 'about:blank', 'Você ainda não tem acesso ao softphone'],
        ['a refused sign-in', 401, 'urn:softphone-bridge:handshake-refused', 'A sua identificação não foi aceita'],
        ['a wrong address', 404, 'about:blank', 'O servidor de telefonia recusou a conexão']
    ])('explains %s and tries again when asked', async (_name, status, type, heading) => {
        page.bridge.answerWith('POST /agent/session', () => problemResponse(status, { type }));
        await page.open();
        await eventually(() => expect(page.problem.heading).toBe(heading));

        page.bridge.answerAsUsual('POST /agent/session');
        page.problem.dispatchEvent(new CustomEvent('action'));
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it("shows of the bridge's own words only what can be looked up", async () => {
        const type = 'urn:softphone-bridge:inactive-user';
        page.bridge.answerWith('POST /agent/session', () =>
            problemResponse(403, { type, title: 'No', detail: 'Seu usuário não está ativo.' })
        );
        await page.open();

        await eventually(() => expect(page.problem.detail).toBe(`403 · ${type}`));
    });

    it('explains a handshake record that may not be written', async () => {
        jest.mocked(createRecord).mockRejectedValue({ status: 403, body: { message: 'sem acesso' } });
        await page.open();

        await eventually(() => expect(page.problem.heading).toBe('Você ainda não tem acesso ao softphone'));
    });

    it('tries again when Salesforce does not accept the record for another reason', async () => {
        jest.mocked(createRecord).mockRejectedValue({ status: 401, body: { message: 'sessão expirada' } });
        await page.open();
        await eventually(() =>
            expect(page.problem).toMatchObject({
                heading: 'O Salesforce não registrou a sua identificação',
                detail: '401 · urn:softphone:handshake-not-written · sessão expirada'
            })
        );
        jest.mocked(createRecord).mockResolvedValue({ id: 'a00000000000001AAA', fields: {} });
        window.dispatchEvent(new CustomEvent('online'));

        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it('explains a bridge that was never reached, naming its address', async () => {
        page.bridge.goDown();
        await page.open();

        await eventually(() => expect(page.problem.message).toContain('responde em https://bridge.example.com'));
        expect(page.problem.message).toContain('páginas de http://localhost (ALLOWED_ORIGINS)');
        expect(page.problem.copyText).toBe('');
        expect(page.utilityLook).toMatchObject({ label: 'Softphone sem conexão', iconVariant: 'error' });
    });

    const block = (blockedURI: string, effectiveDirective = 'connect-src'): boolean =>
        document.dispatchEvent(
            Object.assign(new CustomEvent('securitypolicyviolation'), { blockedURI, effectiveDirective })
        );

    it("says what to allow when Salesforce's policy blocks the bridge", async () => {
        page.bridge.goDown();
        await page.open('https://bridge.example.com/');
        await eventually(() => expect(page.problem.heading).toBe('O servidor de telefonia não responde'));
        block('https://bridge.example.com/agent/handshake');

        await eventually(() =>
            expect(page.problem).toMatchObject({
                heading: 'O Salesforce bloqueou a conexão com o servidor de telefonia',
                copyText: 'https://bridge.example.com'
            })
        );
        expect(page.problem.message).toContain(
            'adicionar https://bridge.example.com com a diretiva de CSP connect-src'
        );
        page.bridge.comeBack();
        window.dispatchEvent(new CustomEvent('online'));
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it.each([
        ['another address', 'https://elsewhere.example.com/x', 'connect-src'],
        ['something else of the bridge', 'https://bridge.example.com/x', 'img-src'],
        ['what is no address', 'inline', 'connect-src']
    ])('does not blame the policy for %s', async (_name, blockedURI, directive) => {
        page.bridge.goDown();
        await page.open();
        block(blockedURI, directive);
        await eventually(() => expect(page.problem.heading).toBe('O servidor de telefonia não responde'));
    });

    it('keeps the calls on screen when the bridge is lost, and says that they may be old', async () => {
        await page.openConnected(talkingCall());
        page.bridge.goDown();
        await eventually(() => expect(page.showsStaleNotice).toBe(true));

        expect(page.current.calls).toHaveLength(1);
        expect(page.current.disabled).toBe(true);
        expect(has(page.element, '[data-id="problem"]')).toBe(false);
    });

    it('claims no more that a call rings when the bridge is lost', async () => {
        await page.openConnected(ringingCall());
        await eventually(() => expect(page.utilityLook).toMatchObject({ highlighted: true }));
        page.bridge.goDown();

        await eventually(() =>
            expect(page.utilityLook).toEqual({
                label: 'Softphone sem conexão',
                icon: 'call',
                iconVariant: 'error',
                highlighted: false
            })
        );
        await eventually(() => expect(page.tabLabels[0]).toBe('Tocando'));
    });

    it.each([
        ['the agent asks for it', () => page.staleNotice.dispatchEvent(new CustomEvent('reconnect'))],
        ['the network is back', () => window.dispatchEvent(new CustomEvent('online'))],
        ['the agent comes back to the page', () => document.dispatchEvent(new CustomEvent('visibilitychange'))]
    ])('reconnects at once when %s', async (_name, happen) => {
        await page.openConnected(ringingCall());
        page.bridge.goDown();
        await eventually(() => expect(page.staleNotice.status.kind).toBe('lost'));
        page.bridge.comeBack();
        happen();

        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
    });

    it('opens each Case once although the stream comes back', async () => {
        await page.openConnected(talkingCall());
        page.bridge.dropStream();
        await eventually(() => expect(page.showsStaleNotice).toBe(true));
        page.element.bridgeUrl = 'https://bridge.example.com';
        await eventually(() => expect(page.bridge.isListenedTo).toBe(true));
        page.bridge.sendSnapshot(snapshotOf(talkingCall()));
        await eventually(() => expect(page.showsStaleNotice).toBe(false));

        expect(openTab).toHaveBeenCalledTimes(1);
    });

    it('opens each Case once although the page is loaded again', async () => {
        await page.openConnected(talkingCall());
        await eventually(() => expect(openTab).toHaveBeenCalledTimes(1));
        page.element.remove();
        await page.openConnected(talkingCall());

        expect(page.cards).toHaveLength(1);
        expect(openTab).toHaveBeenCalledTimes(1);
    });

    it('leaves the bridge when it is closed', async () => {
        await page.openConnected();
        page.element.remove();

        await eventually(() => expect(page.bridge.isListenedTo).toBe(false));
    });
});
