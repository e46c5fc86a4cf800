import { AmiRefused } from '../../src/telephony/asterisk/amiError.ts';
import type { AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import { checkQueues } from '../../tools/doctor/checks/checkQueues.ts';
import { checkTrunks } from '../../tools/doctor/checks/checkTrunks.ts';
import { readQueues } from '../../tools/doctor/queueMembers.ts';
import { insteadOf, recordedPbx, unknownAction, without } from './recordedPbx.ts';

const params = (queue: string): AmiMessage => ({ Event: 'QueueParams', Queue: queue });
const member = (queue: string, location: string, status = '1'): AmiMessage => ({
    Event: 'QueueMember',
    Queue: queue,
    Location: location,
    Status: status
});
const queuesOf = (...answer: AmiMessage[]) => readQueues(recordedPbx(insteadOf('QueueStatus', ...answer)));
const notOk = <T extends { level: string }>(findings: readonly T[]) => findings.filter(({ level }) => level !== 'ok');

test('queues with members who have phones', async () => {
    const findings = checkQueues(await readQueues(recordedPbx()));
    expect(notOk(findings)).toEqual([]);
    expect(findings[0]?.saw).toBe('suporte, vendas; agents 1001, 1002');
});

test('a PBX without queues', async () => {
    expect(checkQueues(await queuesOf())).toEqual([
        expect.objectContaining({ level: 'warn', saw: 'the PBX has no queue' })
    ]);
});

test('a queue without members', async () => {
    const queues = await queuesOf(params('suporte'), params('vendas'), member('suporte', 'PJSIP/1001'));
    expect(notOk(checkQueues(queues))).toEqual([
        expect.objectContaining({ level: 'warn', saw: 'no members in vendas' })
    ]);
});

test('a member without an extension is counted, not named', async () => {
    const queues = await queuesOf(
        params('suporte'),
        member('suporte', 'PJSIP/maria-silva'),
        member('suporte', 'Local/11987654321@outside'),
        member('suporte', 'Local/1001@from-queue/n')
    );
    const [finding, ...others] = notOk(checkQueues(queues));
    expect(finding).toMatchObject({ level: 'fail', saw: expect.stringContaining('2 in suporte') });
    expect(others).toEqual([]);
    expect(JSON.stringify(finding)).not.toMatch(/maria|11987654321/);
});

test.each([
    ['1', 'ok'],
    ['2', 'ok'],
    ['4', 'warn'],
    ['5', 'warn']
])('a phone in state %s: %s', async (status, level) => {
    const queues = await queuesOf(params('suporte'), member('suporte', 'PJSIP/1001', status));
    expect(checkQueues(queues).find(({ check }) => check === 'phones')).toMatchObject({ level });
});

const endpoint = (name: string, auths: string, outboundAuths = ''): AmiMessage => ({
    Event: 'EndpointList',
    ObjectName: name,
    Auths: auths,
    OutboundAuths: outboundAuths
});
const trunksOf = (...endpoints: AmiMessage[]) =>
    checkTrunks(recordedPbx(insteadOf('PJSIPShowEndpoints', ...endpoints)), new Set(['1001']));

test('phones with digits and trunks with letters are as they should be', async () => {
    expect(await checkTrunks(recordedPbx(), new Set(['1001', '1002']))).toEqual([
        expect.objectContaining({ level: 'ok', saw: expect.stringContaining('5 PJSIP endpoints') })
    ]);
});

test.each([
    ['nobody signs in to it', endpoint('2000', ''), 'warn'],
    ['the PBX signs in through it', endpoint('2000', '', 'provider'), 'warn'],
    ['it is a phone', endpoint('2000', '2000'), 'ok'],
    ['it has more digits than an extension', endpoint('5511400', ''), 'ok'],
    ['it is the member of a queue', endpoint('1001', ''), 'ok']
])('an endpoint: %s', async (_what, message, level) => {
    expect(await trunksOf(message)).toEqual([expect.objectContaining({ level })]);
});

test('names the trunk', async () => {
    const [finding] = await trunksOf(endpoint('2000', ''), endpoint('carrier', ''));
    expect(finding?.saw).toMatch(/agent's: 2000$/);
});

test.each([
    ['may not be seen', without('PJSIPShowEndpoints'), 'warn'],
    ['need no PJSIP', insteadOf('PJSIPShowEndpoints', unknownAction('PJSIPShowEndpoints')), 'ok'],
    ['are none', insteadOf('PJSIPShowEndpoints', { Response: 'Error', Message: 'No endpoints found' }), 'ok']
])('endpoints that %s', async (_what, instead, level) => {
    expect(await checkTrunks(recordedPbx(instead), new Set())).toEqual([expect.objectContaining({ level })]);
});

test('a refusal that is no answer of the PBX is not swallowed', async () => {
    const broken = { ...recordedPbx(), list: () => Promise.reject(new Error('not the PBX')) };
    await expect(checkTrunks(broken, new Set())).rejects.not.toBeInstanceOf(AmiRefused);
});
