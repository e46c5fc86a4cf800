import { parseInstant } from '../data/parseInstant.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { formatInstant } from '../data/formatInstant.ts';
import { refuse } from '../errors/refusals.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { objectOf } from './recordResources.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** Days that may be asked about: of changes, and of what the recycle bin holds. */
const UPDATED_DAYS = 30;
const DELETED_DAYS = 15;

/** What changed or went in a span of time, for those who keep a copy. */
export const replicationResources: Resource[] = [
    { path: '/sobjects/:object/updated', handlers: { GET: listUpdated } },
    { path: '/sobjects/:object/deleted', handlers: { GET: listDeleted } }
];

interface Span {
    start: Date;
    end: Date;
}

function listUpdated(call: ApiCall): Answer {
    const span = readSpan(call, UPDATED_DAYS);
    const updated = recordsWithin(call, span).filter((record) => !record.IsDeleted);
    return answerOk({ ids: updated.map(({ Id }) => Id), latestDateCovered: formatInstant(span.end) });
}

function listDeleted(call: ApiCall): Answer {
    const span = readSpan(call, DELETED_DAYS);
    const deleted = recordsWithin(call, span).filter((record) => record.IsDeleted);
    return answerOk({
        deletedRecords: deleted.map(({ Id, SystemModstamp }) => ({ id: Id, deletedDate: SystemModstamp })),
        earliestDateAvailable: formatInstant(daysAgo(call, DELETED_DAYS)),
        latestDateCovered: formatInstant(span.end)
    });
}

/** `start` and `end`, whose seconds the platform ignores. @throws SalesforceError MISSING_ARGUMENT, INVALID_REPLICATION_DATE */
function readSpan(call: ApiCall, days: number): Span {
    const start = readMinute(call, 'start');
    const end = readMinute(call, 'end');
    if (start < daysAgo(call, days)) {
        throw refuse('INVALID_REPLICATION_DATE', `start date can not be more than ${days} days ago`);
    }
    if (end.getTime() - start.getTime() < MS_PER_MINUTE) {
        throw refuse('INVALID_REPLICATION_DATE', 'end date must be at least one minute greater than the start date');
    }
    return { start, end };
}

function readMinute({ query }: ApiCall, name: string): Date {
    const text = query.get(name);
    if (!text) throw refuse('MISSING_ARGUMENT', `The parameter ${name} is required.`);
    const instant = parseInstant(text);
    if (!instant) throw refuse('INVALID_REPLICATION_DATE', `invalid ${name} date: ${text}`);
    return new Date(Math.floor(instant.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE);
}

function daysAgo({ org }: ApiCall, days: number): Date {
    return new Date(org.clock().getTime() - days * MS_PER_DAY);
}

function recordsWithin(call: ApiCall, { start, end }: Span): SalesforceRecord[] {
    const { org, context } = call;
    const object = objectOf(call);
    return [...org.records.all(object.name)].filter((record) => {
        const changed = parseInstant(String(record.SystemModstamp));
        const isWithin = changed !== null && changed >= start && changed < end;
        return isWithin && context.access.canSeeRecord(object, record);
    });
}
