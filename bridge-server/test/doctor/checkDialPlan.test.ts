import { fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import { checkDialPlan } from '../../tools/doctor/checks/checkDialPlan.ts';
import { type Instead, recordedPbx, without } from './recordedPbx.ts';

const good = {
    context: 'from-agent',
    queueExtensions: new Map([
        ['suporte', '4001'],
        ['vendas', '4002']
    ]),
    outboundNumber: '9{national}',
    queues: ['suporte', 'vendas'],
    agents: ['1001', '1002']
};
const value = (of: string, answer: string): Instead => {
    const variable = `DIALPLAN_EXISTS(${of})`;
    return (action) =>
        fieldOf(action, 'Variable') === variable
            ? [{ Response: 'Success', Variable: variable, Value: answer }]
            : undefined;
};

test('everything that the softphone dials exists', async () => {
    expect(await checkDialPlan(recordedPbx(), good)).toEqual([
        { check: 'dial plan', level: 'ok', saw: 'from-agent leads to the queues, their agents and the outside' }
    ]);
});

test.each([
    ['no such context', recordedPbx(), { context: 'nowhere' }, 'fail', /no context nowhere/, /DIAL_CONTEXT/],
    ['no way to an agent', recordedPbx(value('from-agent,1002,1', '0')), {}, 'fail', /dialled.*: 1002$/, /=> 1002,1/],
    [
        'another extension for a queue',
        recordedPbx(),
        { queueExtensions: new Map([...good.queueExtensions, ['vendas', '4009']]) },
        'fail',
        /: 4009$/,
        /=> 4009,1/
    ],
    [
        'no extension for a queue',
        recordedPbx(),
        { queueExtensions: new Map([['suporte', '4001']]) },
        'warn',
        /the queue vendas/,
        /QUEUE_EXTENSIONS=vendas=/
    ],
    [
        'an extension for a queue that is none',
        recordedPbx(),
        { queueExtensions: new Map([...good.queueExtensions, ['cobranca', '4003']]) },
        'warn',
        /no queue of the PBX: cobranca/,
        /correct/
    ],
    [
        'no way to the outside',
        recordedPbx(value('from-agent,910900000000,1', '0')),
        {},
        'warn',
        /9\{national\}/,
        /OUTBOUND_NUMBER/
    ],
    ['no func_dialplan', recordedPbx(value('from-agent', '')), {}, 'warn', /cannot be seen/, /func_dialplan/],
    ['no privilege', recordedPbx(without('Getvar')), {}, 'warn', /cannot be seen/, /call in write/]
] as const)('%s', async (_what, pbx, otherwise, level, saw, todo) => {
    expect(await checkDialPlan(pbx, { ...good, ...otherwise })).toEqual([
        {
            check: 'dial plan',
            level,
            saw: expect.stringMatching(saw) as string,
            todo: expect.stringMatching(todo) as string
        }
    ]);
});

test('a queue whose name can be dialled needs no extension of its own', async () => {
    const pbx = recordedPbx(value('from-agent,600,1', '1'));
    const findings = await checkDialPlan(pbx, { ...good, queueExtensions: new Map(), queues: ['600'] });
    expect(findings).toEqual([expect.objectContaining({ level: 'ok' })]);
});

test('names that mean something inside a function are not asked for', async () => {
    const [finding] = await checkDialPlan(recordedPbx(), { ...good, context: 'a)${SHELL(b' });
    expect(finding).toMatchObject({ level: 'warn', saw: expect.stringContaining('cannot be seen') });
});
