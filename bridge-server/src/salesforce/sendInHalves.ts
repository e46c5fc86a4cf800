import { SalesforceError } from './salesforceError.ts';

/**
 * Sends records in one request. When Salesforce refuses the request as a whole, because of one record that it cannot
 * even read, its halves are sent, and their halves, so that only that record fails. Resolves to an answer or an error
 * for each record, in their order; throws what is no refusal.
 */
export async function sendInHalves<Sent, Answer>(
    records: readonly Sent[],
    send: (records: readonly Sent[]) => Promise<(Answer | Error)[]>
): Promise<(Answer | Error)[]> {
    try {
        return await send(records);
    } catch (error) {
        if (!(error instanceof SalesforceError) || error.kind !== 'permanent') throw error;
        if (records.length === 1) return [error];
        const middle = Math.ceil(records.length / 2);
        const first = await sendInHalves(records.slice(0, middle), send);
        return [...first, ...(await sendInHalves(records.slice(middle), send))];
    }
}
