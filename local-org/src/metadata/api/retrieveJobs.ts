import { refuse } from '../../errors/refusals.ts';
import { formatRecordId } from '../../ids/formatRecordId.ts';
import { parseRecordId } from '../../ids/recordId.ts';
import type { Org } from '../../org.ts';
import { composePackage, type RetrievedPackage } from './composePackage.ts';
import type { RetrieveRequest } from './retrieveRequest.ts';

const KEY_PREFIX = '09S';

/** One retrieve() from the moment it is asked for. */
export type RetrieveJob = { readonly id: string } & (
    | { status: 'InProgress' }
    | { status: 'Succeeded'; retrieved: RetrievedPackage }
    | { status: 'Failed'; message: string }
);

/** The org's retrieves, which need not wait for each other. */
export class RetrieveJobs {
    readonly #org: Org;
    readonly #jobs = new Map<string, RetrieveJob>();
    /** As base64, by job. */
    readonly #zips = new Map<string, string>();

    constructor(org: Org) {
        this.#org = org;
    }

    start(request: RetrieveRequest): RetrieveJob {
        const id = formatRecordId(KEY_PREFIX, this.#org.records.nextNumber('RetrieveRequest'));
        const job: RetrieveJob = { id, status: 'InProgress' };
        this.#jobs.set(id, job);
        void this.#run(id, request);
        return job;
    }

    /** @throws SalesforceError for an id that no retrieve has */
    find(id: string): RetrieveJob {
        const job = this.#jobs.get(parseRecordId(id) ?? '');
        if (!job) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        return job;
    }

    /** The finished zip; it is deleted once it was fetched ("checkRetrieveStatus()", includeZip). */
    takeZip(id: string): string | undefined {
        const key = this.find(id).id;
        const zip = this.#zips.get(key);
        this.#zips.delete(key);
        return zip;
    }

    async #run(id: string, request: RetrieveRequest): Promise<void> {
        try {
            const { zip, ...retrieved } = await composePackage(this.#org, request);
            this.#zips.set(id, zip);
            this.#jobs.set(id, { id, status: 'Succeeded', retrieved });
        } catch (error) {
            console.error('The local org failed to retrieve metadata.', error);
            const message = 'An unexpected error occurred. The log of the local org says more.';
            this.#jobs.set(id, { id, status: 'Failed', message });
        }
    }
}
