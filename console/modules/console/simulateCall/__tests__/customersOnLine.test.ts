import { type CustomerCall, describeCustomers } from '../customersOnLine';

const CONTACTS = [{ value: '(11) 98765-4321', label: 'Maria da Silva · (11) 98765-4321' }];

const whoOf = (call: Partial<CustomerCall>) =>
    describeCustomers([{ callId: 'simulator:1', number: null, name: null, state: 'waiting', ...call }], CONTACTS)[0]
        ?.who;

test.each([
    ['a customer on record', { number: '(11) 98765-4321' }, 'Maria da Silva · (11) 98765-4321'],
    ['a number that nobody has', { number: '+5548991234567' }, '+5548991234567'],
    ['a name that the line announces', { number: '4899', name: 'Loja' }, 'Loja · 4899'],
    ['a withheld number', {}, 'Número oculto']
])('names %s', (_who, call, name) => {
    expect(whoOf(call)).toBe(name);
});

test('says how far each call is, and whose button it is', () => {
    const calls = [
        { callId: 'simulator:2', number: '190', name: null, state: 'talking' },
        { callId: 'simulator:1', number: null, name: null, state: 'waiting' }
    ] as const;
    expect(describeCustomers(calls, CONTACTS)).toEqual([
        { callId: 'simulator:2', who: '190', state: 'Em atendimento', hangUpLabel: 'Cliente desliga: 190' },
        {
            callId: 'simulator:1',
            who: 'Número oculto',
            state: 'Ainda não atendida',
            hangUpLabel: 'Cliente desliga: Número oculto'
        }
    ]);
});
