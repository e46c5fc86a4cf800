import type { UserAccess } from '../access/userAccess.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { MetadataJobs } from '../metadata/api/metadataJobs.ts';
import type { XmlElement } from '../metadata/xml/xmlElement.ts';
import type { Org } from '../org.ts';
import type { SoapValue } from './soapValue.ts';

/** One authenticated call of a SOAP API, free of the web framework. */
export interface SoapCall {
    org: Org;
    metadataJobs: MetadataJobs;
    /** `66.0` */
    apiVersion: string;
    sessionId: string;
    user: SalesforceRecord;
    access: UserAccess;
    /** The operation with its arguments. */
    operation: XmlElement;
}

/**
 * Answers with the content of `<result>`; an array becomes as many of them, undefined none.
 *
 * @throws SalesforceError
 */
export type SoapOperation = (call: SoapCall) => SoapValue | Promise<SoapValue>;
