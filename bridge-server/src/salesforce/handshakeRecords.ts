import type { SalesforceConnection } from './salesforceConnection.ts';
import { toSalesforceError } from './salesforceError.ts';

export interface HandshakeRecord {
    /** Set by the platform: who created the record. */
    readonly createdById: string;
    readonly createdDate: string;
    readonly nonce: string;
}

const NO_SUCH_RECORD = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'MALFORMED_ID', 'INVALID_CROSS_REFERENCE_KEY']);
const OBJECT = 'SoftphoneHandshake__c';

/** The records by which a browser proves whose Salesforce session it is in. */
export function createHandshakeRecords(connection: SalesforceConnection) {
    return {
        /** Null when there is no such record. Throws SalesforceError when Salesforce cannot be asked. */
        async read(recordId: string): Promise<HandshakeRecord | null> {
            try {
                const record = await connection
                    .sobject(OBJECT)
                    .retrieve(recordId, { fields: ['CreatedById', 'CreatedDate', 'Nonce__c'] });
                return {
                    createdById: record['CreatedById'],
                    createdDate: record['CreatedDate'],
                    nonce: record['Nonce__c']
                };
            } catch (thrown) {
                const error = toSalesforceError(thrown);
                if (NO_SUCH_RECORD.has(error.code)) return null;
                throw error;
            }
        },

        /** The record has done its work; one that cannot be deleted does no harm, because its nonce is used up. */
        async remove(recordId: string): Promise<void> {
            await connection.sobject(OBJECT).destroy(recordId);
        }
    };
}

export type HandshakeRecords = ReturnType<typeof createHandshakeRecords>;
