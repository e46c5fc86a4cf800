import type { Administrator } from '../local-org/administrator.ts';
import type { BenchAgent } from '../stack/benchAgents.ts';
import type { QueueCall } from './queueCall.ts';

export interface Audit {
    readonly cases: number;
    readonly tasks: number;
    /** Calls that have a Case and its Task. */
    readonly complete: number;
    /** Cases beyond the first of a call, Tasks beyond the first of a Case's call. */
    readonly doubled: number;
    /** Records of which a field that matters is not what the call says. */
    readonly wrong: number;
}

/** What an org holds before the calls: its seed. */
export type KnownIds = ReadonlySet<string>;

interface CaseRow {
    readonly Id: string;
    readonly ContactId: string | null;
    readonly OwnerId: string;
    readonly CallProtocol__c: string | null;
}

interface TaskRow {
    readonly Id: string;
    readonly Subject: string;
    readonly WhatId: string | null;
    readonly WhoId: string | null;
    readonly OwnerId: string;
    readonly CallType: string | null;
    readonly CallDurationInSeconds: number | null;
}

const CASES = 'SELECT Id, ContactId, OwnerId, CallProtocol__c FROM Case';
const TASKS = 'SELECT Id, Subject, WhatId, WhoId, OwnerId, CallType, CallDurationInSeconds FROM Task';
/** How long the people of a call talk, and by how much a bridge that was away may be mistaken. */
const TALKED_S = 5;
const TOLERANCE_S = 3;

async function select<Row>({ get }: Administrator, soql: string): Promise<Row[]> {
    return ((await get(`/query?q=${encodeURIComponent(soql)}`)) as { records: Row[] }).records;
}

export async function readKnownIds(administrator: Administrator): Promise<KnownIds> {
    const records = [
        ...(await select<{ Id: string }>(administrator, CASES)),
        ...(await select<{ Id: string }>(administrator, TASKS))
    ];
    return new Set(records.map(({ Id }) => Id));
}

/** Holds what the org got against the calls that there were. */
export async function auditOrg(
    administrator: Administrator,
    known: KnownIds,
    calls: readonly QueueCall[],
    agents: readonly BenchAgent[]
): Promise<Audit> {
    const isNew = ({ Id }: { Id: string }) => !known.has(Id);
    const cases = (await select<CaseRow>(administrator, CASES)).filter(isNew);
    const tasks = (await select<TaskRow>(administrator, TASKS)).filter(isNew);
    const contacts = await contactIds(administrator);
    const ownerOf = new Map(agents.map(({ extension, userId }) => [extension, userId]));

    const perCall = calls.map(({ number, agent }) => {
        const contactId = contacts.get(number) ?? '';
        const own = cases.filter(({ ContactId }) => ContactId === contactId);
        const ofCall = tasks.filter(({ WhatId }) => own.some(({ Id }) => Id === WhatId));
        const ownerId = ownerOf.get(agent);
        const right = [
            ...own.filter(({ OwnerId }) => OwnerId === ownerId),
            ...ofCall.filter((task) => {
                const { CallProtocol__c: protocol } = own.find(({ Id }) => Id === task.WhatId) ?? {};
                return isRight(task, { contactId, ownerId, protocol: protocol ?? '' });
            })
        ];
        return {
            complete: own.length > 0 && ofCall.length > 0 ? 1 : 0,
            doubled: Math.max(0, own.length - 1) + Math.max(0, ofCall.length - 1),
            right: right.length
        };
    });
    const sum = (part: 'complete' | 'doubled' | 'right') => perCall.reduce((total, call) => total + call[part], 0);
    return {
        cases: cases.length,
        tasks: tasks.length,
        complete: sum('complete'),
        doubled: sum('doubled'),
        wrong: cases.length + tasks.length - sum('right')
    };
}

const isRight = (
    task: TaskRow,
    { contactId, ownerId, protocol }: { contactId: string; ownerId: string | undefined; protocol: string }
): boolean =>
    task.WhoId === contactId &&
    task.OwnerId === ownerId &&
    task.CallType === 'Inbound' &&
    task.Subject.includes(protocol) &&
    Math.abs((task.CallDurationInSeconds ?? 0) - TALKED_S) <= TOLERANCE_S;

/** The contacts of the bench by number, with country code. */
async function contactIds(administrator: Administrator): Promise<Map<string, string>> {
    const contacts = await select<{ Id: string; MobilePhone: string }>(
        administrator,
        "SELECT Id, MobilePhone FROM Contact WHERE Email LIKE 'contato%@example.com'"
    );
    return new Map(contacts.map(({ Id, MobilePhone }) => [`55${MobilePhone.replace(/\D/g, '')}`, Id]));
}
