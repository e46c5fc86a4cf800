import { createBrowser, type TestBrowser } from '../../support/browser.ts';
import { type Hearing, startHearing } from '../../support/hearing.ts';
import { type PrivateOrg, startPrivateOrg } from '../../support/privateOrg.ts';
import type { RecordingValues } from '../../support/recordedCall.ts';

let org: PrivateOrg;
let hearing: Hearing;
let browser: TestBrowser;

const CALLS: Readonly<Record<string, readonly RecordingValues[]>> = {
    deleted: [{ state: 'retention' }],
    erased: [{ state: 'erased' }],
    waiting: [{ state: 'waiting' }],
    lost: [{ state: 'failed' }],
    none: [],
    several: [{}, { format: 'gsm' }]
};

beforeAll(async () => {
    org = await startPrivateOrg();
    hearing = await startHearing({ org });
    const caseId = await org.createCase('ana@local.org');
    for (const [protocol, recordings] of Object.entries(CALLS)) await hearing.insertCall(protocol, caseId, recordings);
    await hearing.insertCall('without-case', null);
    browser = createBrowser();
    await browser.signIn(hearing.address('none'), 'ana@local.org');
});
afterAll(async () => {
    await hearing.close();
    await org.close();
});

const read = async (protocol: string, language = 'pt-BR') => {
    const response = await browser.open(hearing.address(protocol), { 'accept-language': language });
    return { response, text: await response.text() };
};

test.each([
    [
        'deleted',
        410,
        'Esta gravação foi apagada em 23 de fevereiro de 2027 porque passou o prazo de guarda de 90 dias.'
    ],
    [
        'erased',
        410,
        'Esta gravação foi apagada em 23 de fevereiro de 2027. Motivo: O cliente pediu &lt;b&gt;hoje&lt;/b&gt;'
    ],
    ['waiting', 409, 'Ela ainda está sendo copiada da telefonia.'],
    ['lost', 404, 'A telefonia não entregou a gravação'],
    ['none', 404, 'Este atendimento não foi gravado.'],
    ['without-case', 403, 'Este atendimento não tem um caso no Salesforce.'],
    ['no-such-protocol', 404, 'Não existe atendimento com este protocolo.'],
    ['&lt;img src=x&gt;', 404, 'Não existe atendimento com este protocolo.']
])('%s: %d and words', async (protocol, status, words) => {
    const { response, text } = await read(encodeURIComponent(protocol));
    expect([response.status, response.headers.get('content-language')]).toEqual([status, 'pt-BR']);
    expect(text).toContain(words);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).not.toMatch(/<img|<b>|<script/);
});

test.each([
    ['en-US,en;q=0.9', 'en', 'deleted on February 23, 2027'],
    ['es-419,es;q=0.9', 'es', 'se borró el 23 de febrero de 2027'],
    ['de', 'pt-BR', 'foi apagada em 23 de fevereiro de 2027'],
    ['pt-PT', 'pt-BR', 'foi apagada em 23 de fevereiro de 2027']
])('who reads %s is spoken to in %s', async (accepted, language, words) => {
    const { text } = await read('deleted', accepted);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(words);
});

test('no page runs a script, is framed, or is kept', async () => {
    const { response } = await read('deleted');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('of several recordings each has its own player, and nothing is fetched before somebody plays it', async () => {
    const { response, text } = await read('several');
    expect(response.status).toBe(200);
    expect(text.match(/<audio controls preload="none" src="[^"]*\/several\/1"/g)).toHaveLength(1);
    expect(text).not.toContain('/several/2"></audio>');
    expect(text).toContain(`href="${hearing.address('several', '/2')}?download=1"`);
    expect(await hearing.audit('several')).toEqual([]);
    const part = await browser.fetch(hearing.address('several', '/1'));
    expect(part.headers.get('content-disposition')).toBe('inline; filename="several-1.wav"');
    expect(await hearing.audit('several')).toMatchObject([{ action: 'heard', part: 1 }]);
});

test.each([
    [{ errorCode: 'API_DISABLED_FOR_ORG', status: 403, times: 1 }, 403, 'API ativada'],
    [{ errorCode: 'SERVER_UNAVAILABLE', status: 503, times: 2 }, 503, 'O Salesforce não responde']
])('when Salesforce answers %j the page says what to do', async (fault, status, words) => {
    const protocol = `fault-${fault.status}`;
    await hearing.insertCall(protocol, await org.createCase('ana@local.org'));
    const match = { pathIncludes: '/query' };
    await org.fail({ kind: 'status', message: 'Refused', match, ...fault });
    const { response, text } = await read(protocol);
    expect(response.status).toBe(status);
    expect(text).toContain(words);
});
