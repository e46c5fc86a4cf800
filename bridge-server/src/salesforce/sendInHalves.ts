import type { PreparedRecord } from './records.ts';
import { SalesforceError } from './salesforceError.ts';

/**
 * Sends records in one request. When Salesforce refuses the request as a whole, because of one record that it cannot
 * even read, its halves are sent, and their halves, so that only that record fails. Resolves to an answer or an error
 * for each record, in their order. Records whose time is over are not sent.
 */
export async function sendInHalves<Answer>(
    records: readonly PreparedRecord[],
    send: (records: readonly PreparedRecord[]) => Promise<(Answer | Error)[]>
): Promise<(Answer | Error)[]> {
    const inTime = records.filter(({ notAfter }) => Date.now() <= notAfter);
    const answers = inTime.length > 0 ? await sendPart(inTime, send) : [];
    const answerTo = new Map(inTime.map((record, index) => [record, answers[index]]));
    return records.map((record) => answerTo.get(record) ?? tooLate());
}

async function sendPart<Answer>(
    records: readonly PreparedRecord[],
    send: (records: readonly PreparedRecord[]) => Promise<(Answer | Error)[]>
): Promise<(Answer | Error)[]> {
    try {
        return await send(records);
    } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        const isRefusal = error instanceof SalesforceError && error.kind === 'permanent';
        if (!isRefusal || records.length === 1) return records.map(() => error);
        const middle = Math.ceil(records.length / 2);
        const first = await sendInHalves(records.slice(0, middle), send);
        return [...first, ...(await sendInHalves(records.slice(middle), send))];
    }
}

const tooLate = () => new SalesforceError('TOO_LATE', 'The request could not be sent in time');
