export interface StubAnswer {
    readonly status: number;
    readonly body: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

interface Subrequest {
    readonly method: string;
    readonly url: string;
    readonly referenceId: string;
    readonly body?: Fields;
}

const DATA_PATH = /^\/services\/data\/v[\d.]+/;
const CASES_BY_PROTOCOL = /FROM Case WHERE CallProtocol__c\b/;
const QUOTED = /'((?:[^'\\]|\\.)*)'/g;
const ID_DIGITS = 12;

/** What the stub org remembers, and how it answers the requests that write a backlog. */
export function createStubRecords() {
    const caseIds = new Map<string, string>();
    const legs = new Set<string>();
    let tasks = 0;

    function create(object: string, fields: Fields): Fields {
        if (object === 'Task') return createTask(String(fields['CallObject']));
        const protocol = String(fields['CallProtocol__c']);
        if (caseIds.has(protocol)) {
            return { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE', message: 'duplicate', fields: [] }] };
        }
        const id = `500${String(caseIds.size).padStart(ID_DIGITS, '0')}`;
        caseIds.set(protocol, id);
        return { id, success: true, errors: [] };
    }

    function createTask(callObject: string): Fields {
        const id = `00T${String(tasks++).padStart(ID_DIGITS, '0')}`;
        legs.add(callObject);
        return { id, success: true, errors: [] };
    }

    const caseRecord = (protocol: string, id: string) => ({
        attributes: { type: 'Case' },
        Id: id,
        CaseNumber: id.slice(-8),
        OwnerId: null,
        ContactId: null,
        AccountId: null,
        CallProtocol__c: protocol
    });

    function select(soql: string): Fields[] {
        const values = [...soql.matchAll(QUOTED)].map(([, value = '']) => value);
        return values.flatMap((protocol) => {
            const id = caseIds.get(protocol);
            return id === undefined ? [] : [caseRecord(protocol, id)];
        });
    }

    /** Null for a request that is about something else. */
    function answer(method: string, url: string, body: Fields | null): StubAnswer | null {
        const { pathname, searchParams } = new URL(url, 'http://stub');
        const path = pathname.replace(DATA_PATH, '');
        const ok = (answered: unknown) => ({ status: 200, body: answered });
        if (path === '/composite') return ok({ compositeResponse: answerAll(body) });
        if (path === '/composite/sobjects' && method === 'POST') return ok(createAll(body));
        if (path === '/search') return ok({ searchRecords: [] });
        const soql = searchParams.get('q') ?? '';
        if (path === '/query' && CASES_BY_PROTOCOL.test(soql)) return ok(queryResult(select(soql)));
        return null;
    }

    const createAll = (body: Fields | null) =>
        ((body?.['records'] ?? []) as (Fields & { attributes: { type: string } })[]).map((record) =>
            create(record.attributes.type, record)
        );

    const answerAll = (body: Fields | null) =>
        ((body?.['compositeRequest'] ?? []) as Subrequest[]).map(({ method, url, referenceId, body: part }) => {
            const { status = 404, body: answered = [] } = answer(method, url, part ?? null) ?? {};
            return { referenceId, httpStatusCode: status, httpHeaders: {}, body: answered };
        });

    return {
        answer,
        counts: () => ({ cases: caseIds.size, tasks: legs.size, doubledTasks: tasks - legs.size })
    };
}

const queryResult = (records: readonly Fields[]) => ({ totalSize: records.length, done: true, records });
