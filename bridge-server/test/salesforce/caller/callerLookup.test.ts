import { MAX_NUMBERS_IN_SEARCH } from '../../../src/salesforce/caller/phoneSearch.ts';
import { SalesforceError } from '../../../src/salesforce/salesforceError.ts';
import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';
import { connectAsAdmin, forgetRequests, lookupIn, requestsTo } from './testLookup.ts';

/** The number that João and Helena Pereira share. */
const SHARED = '551122953040';
const MARIA = '5511987654321';
const NOBODY = '5531987654321';

let org: TestOrg;

beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(() => org.close());

async function idOf(object: string, name: string): Promise<string> {
    const [record] = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
    if (!record) throw new Error(`Nobody is called ${name}`);
    return record.Id;
}

describe('two contacts with one number', () => {
    test('the one whose call Case is the latest is who calls, and the other is offered', async () => {
        expect(await lookupIn(org).find(SHARED)).toMatchObject({
            who: { kind: 'contact', name: 'Helena Pereira', phone: '11 2295-3040', taxId: '575.004.079-80' },
            reason: 'servedLast',
            others: [{ name: 'João Pereira', phone: '(11) 2295-3040' }]
        });
    });

    test('it is the other one as soon as they are served', async () => {
        const ContactId = await idOf('Contact', 'João Pereira');
        await org.create('Case', { ContactId, Origin: 'Phone', Subject: 'Ligação' });
        expect(await lookupIn(org).find(SHARED)).toMatchObject({ who: { name: 'João Pereira' }, reason: 'servedLast' });
    });

    test('what came by e-mail or the web does not count as having called', async () => {
        const ContactId = await idOf('Contact', 'João Pereira');
        await org.create('Case', { ContactId, Origin: 'Web', Subject: 'Pedido' });
        expect(await lookupIn(org).find(SHARED)).toMatchObject({ who: { name: 'Helena Pereira' } });
    });

    test('every Case counts where calls have no origin of their own', async () => {
        const ContactId = await idOf('Contact', 'João Pereira');
        await org.create('Case', { ContactId, Origin: 'Web', Subject: 'Pedido' });
        expect(await lookupIn(org, { origin: null }).find(SHARED)).toMatchObject({ who: { name: 'João Pereira' } });
    });

    test('what the bridge knows of whom it served counts more than any Case, and spares the query', async () => {
        const [joao, helena] = [await idOf('Contact', 'João Pereira'), await idOf('Contact', 'Helena Pereira')];
        const lastServed = async () =>
            new Map([
                [joao, '2026-11-23T12:00:00.000Z'],
                [helena, '2026-11-22T12:00:00.000Z']
            ]);
        await forgetRequests(org);
        expect(await lookupIn(org, { lastServed }).find(SHARED)).toMatchObject({
            who: { name: 'João Pereira' },
            reason: 'servedLast'
        });
        expect(await requestsTo(org)).not.toHaveProperty('query');
    });

    test('it is the one who was created first when none was ever served', async () => {
        await org.create('Contact', { LastName: 'Primeira', Phone: '(85) 3244-1000' });
        await org.create('Contact', { LastName: 'Segunda', Phone: '85 3244-1000' });
        expect(await lookupIn(org).find('558532441000')).toMatchObject({
            who: { name: 'Primeira' },
            reason: 'firstFound',
            others: [{ name: 'Segunda' }]
        });
    });

    test('an origin cannot change what is asked', async () => {
        const found = await lookupIn(org, { origin: "x' OR Origin = 'Phone" }).find(SHARED);
        expect(found.reason).toBe('firstFound');
    });
});

test.each([
    [MARIA, 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['11987654321', 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['+55 11 98765-4321', 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['5521987654321', 'Marcos Andrade', 'Construtora Horizonte Azul S.A.'],
    // stored without the ninth digit
    ['5581987659012', 'Severino Gomes', null],
    // stored with the extension behind it
    ['551120668090', 'Patrícia Lemos', expect.any(String)],
    // stored with a carrier code, with a leading zero
    ['5511976540012', 'Rafael Moreira', expect.any(String)],
    ['5541984445577', 'Priscila Fontes', expect.any(String)],
    ['5592991518080', 'Yara Potiguara', null]
])('%s is %s of %s', async (number, name, accountName) => {
    expect(await lookupIn(org).find(number)).toMatchObject({ who: { name, accountName }, reason: 'onlyContact' });
});

test('a number that only its company has gives the company', async () => {
    const id = await idOf('Account', 'Transportadora Rota Certa Ltda');
    expect(await lookupIn(org).find('554130264500')).toEqual({
        who: {
            kind: 'account',
            id,
            name: 'Transportadora Rota Certa Ltda',
            phone: '(41) 3026-4500',
            accountId: id,
            accountName: 'Transportadora Rota Certa Ltda',
            taxId: expect.stringMatching(/\d/)
        },
        reason: 'accountNumber',
        others: []
    });
});

test('a number that nobody has is unknown', async () => {
    expect(await lookupIn(org).find(NOBODY)).toEqual({ who: null, reason: 'unknownNumber', others: [] });
});

test.each([
    [null, 'withheldNumber'],
    ['', 'withheldNumber'],
    ['anonymous', 'withheldNumber'],
    ['1001', 'unknownNumber'],
    ['987654321', 'unknownNumber']
])('%p is looked up nowhere', async (number, reason) => {
    await forgetRequests(org);
    expect(await lookupIn(org).find(number)).toEqual({ who: null, reason, others: [] });
    expect(await requestsTo(org)).toEqual({});
});

describe('leads', () => {
    const PHONE = '(85) 3244-2000';
    const NUMBER = '558532442000';

    test('are nobody unless the configuration wants them', async () => {
        await org.create('Lead', { LastName: 'Interessada', Company: 'Mercado', Phone: PHONE });
        expect(await lookupIn(org).find(NUMBER)).toMatchObject({ who: null });
    });

    test('come after everybody else', async () => {
        // Leads are not in the bridge's own permission set
        const options = { mapping: { leads: true }, connection: await connectAsAdmin(org) };
        await org.create('Lead', { LastName: 'Interessada', Company: 'Mercado', Phone: PHONE });
        expect(await lookupIn(org, options).find(NUMBER)).toMatchObject({
            who: { kind: 'lead', name: 'Interessada', accountId: null },
            reason: 'lead'
        });
        await org.create('Contact', { LastName: 'Cliente', MobilePhone: PHONE });
        expect(await lookupIn(org, options).find(NUMBER)).toMatchObject({
            who: { name: 'Cliente' },
            reason: 'onlyContact',
            others: [{ kind: 'lead' }]
        });
    });
});

describe('what it costs', () => {
    beforeEach(() => forgetRequests(org));

    test('numbers of one moment share one search, and those that several people have one query', async () => {
        await org.create('Contact', { LastName: 'Primeira', Phone: '(85) 3244-1000' });
        await org.create('Contact', { LastName: 'Segunda', Phone: '85 3244-1000' });
        const lookup = lookupIn(org);
        const numbers = [MARIA, SHARED, '558532441000', NOBODY, MARIA, '554130264500', null];
        const found = await Promise.all(numbers.map((number) => lookup.find(number)));
        expect(found.map(({ who }) => who?.name ?? null)).toEqual([
            'Maria da Silva',
            'Helena Pereira',
            'Primeira',
            null,
            'Maria da Silva',
            'Transportadora Rota Certa Ltda',
            null
        ]);
        expect(await requestsTo(org)).toMatchObject({ search: 1, query: 1, describe: 1 });
    });

    test('more numbers than a search takes are found all the same', async () => {
        const lookup = lookupIn(org);
        const strangers = Array.from({ length: 150 }, (_, index) => `55319${String(80_000_000 + index * 7919)}`);
        const found = await Promise.all([...strangers, MARIA].map((number) => lookup.find(number)));
        expect(found.flatMap(({ who }) => who?.name ?? [])).toEqual(['Maria da Silva']);
        expect((await requestsTo(org)).search).toBe(Math.ceil(151 / MAX_NUMBERS_IN_SEARCH));
    });

    test('who has a number is remembered for ten minutes, that nobody has it for one', async () => {
        let minute = 0;
        const lookup = lookupIn(org, { now: () => 1_800_000_000_000 + minute * 60_000 });
        const searched = async () => {
            await lookup.find(MARIA);
            await lookup.find(NOBODY);
            return (await requestsTo(org)).search;
        };
        expect(await searched()).toBe(2);
        minute = 0.9;
        expect(await searched()).toBe(2);
        minute = 1.1;
        expect(await searched()).toBe(3);
        minute = 9.9;
        expect(await searched()).toBe(4);
        minute = 10.1;
        expect(await searched()).toBe(5);
    });

    test('a number that is being looked up is not looked up again', async () => {
        const sends: (() => void)[] = [];
        const lookup = lookupIn(org, { window: (send) => void sends.push(send) });
        const first = lookup.find(MARIA);
        await eventLoopTurn();
        sends.shift()?.();
        const second = lookup.find(MARIA);
        await eventLoopTurn();
        sends.shift()?.();
        expect(await first).toEqual(await second);
        expect((await requestsTo(org)).search).toBe(1);
    });

    test('who was served last is asked each time, and not remembered', async () => {
        const lookup = lookupIn(org);
        expect(await lookup.find(SHARED)).toMatchObject({ who: { name: 'Helena Pereira' } });
        const ContactId = await idOf('Contact', 'João Pereira');
        await org.create('Case', { ContactId, Origin: 'Phone', Subject: 'Ligação' });
        expect(await lookup.find(SHARED)).toMatchObject({ who: { name: 'João Pereira' }, reason: 'servedLast' });
        expect((await requestsTo(org)).search).toBe(1);
    });
});

describe('when Salesforce fails', () => {
    const UNAVAILABLE = {
        kind: 'status',
        times: 2,
        status: 503,
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'Unavailable'
    };

    test.each(['/search', '/describe'])('at %s, the lookup does, and works again afterwards', async (pathIncludes) => {
        const lookup = lookupIn(org);
        // jsforce repeats a GET once
        await org.fail({ ...UNAVAILABLE, match: { pathIncludes } });
        const failure = await lookup.find(MARIA).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(SalesforceError);
        expect(failure).toMatchObject({ kind: 'unavailable' });
        expect(await lookup.find(MARIA)).toMatchObject({ who: { name: 'Maria da Silva' } });
    });

    test('at the Cases, only those lookups do that needed them', async () => {
        const lookup = lookupIn(org);
        await org.fail({ ...UNAVAILABLE, match: { pathIncludes: '/query' } });
        const [shared, maria] = await Promise.allSettled([lookup.find(SHARED), lookup.find(MARIA)]);
        expect(shared).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable' } });
        expect(maria).toMatchObject({ status: 'fulfilled', value: { who: { name: 'Maria da Silva' } } });
    });
});

const eventLoopTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
