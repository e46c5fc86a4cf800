import { SalesforceError, type ErrorItem } from '../../src/errors/salesforceError.ts';

/** What a call refuses with. */
export async function refusalItemsOf(call: Promise<unknown>): Promise<ErrorItem[]> {
    try {
        await call;
    } catch (error) {
        if (error instanceof SalesforceError) return error.items;
        throw error;
    }
    throw new Error('The call was expected to be refused.');
}
