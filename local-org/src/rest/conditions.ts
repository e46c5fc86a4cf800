import { createHash } from 'node:crypto';
import { parseInstant } from '../data/parseInstant.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { account } from '../schema/standard/account.ts';
import type { ApiCall } from './apiCall.ts';

/** What conditional headers compare: the state of a resource, to the second. */
export interface Validators {
    /** In its quotes; null where the resource has none. */
    eTag: string | null;
    lastModified: Date;
}

/** A request that changes something must be refused where a request that reads may be told that nothing changed. */
type Purpose = 'read' | 'write';

/** The platform gives entity tags to Accounts alone (REST API Developer Guide, Conditional Request Headers). */
export function validatorsOf(object: ObjectDefinition, record: SalesforceRecord): Validators {
    const hash = () => createHash('sha1').update(JSON.stringify(record)).digest('base64');
    return {
        eTag: object.name === account.name ? `"${hash()}"` : null,
        lastModified: parseInstant(String(record.LastModifiedDate)) ?? new Date(0)
    };
}

export function validatorHeaders({ eTag, lastModified }: Validators): Record<string, string> {
    return { 'Last-Modified': lastModified.toUTCString(), ...(eTag ? { ETag: eTag } : {}) };
}

/**
 * Judges `If-Match`, `If-Unmodified-Since`, `If-None-Match` and `If-Modified-Since`, in the order of HTTP.
 * A malformed header is no condition when reading, and an error when writing.
 *
 * @returns `notModified` when a read may be answered with 304
 * @throws SalesforceError PRECONDITION_FAILED (412), INVALID_REQUEST
 */
export function checkConditions(call: ApiCall, validators: Validators, purpose: Purpose): 'proceed' | 'notModified' {
    const { eTag, lastModified } = validators;
    const wanted = eTag ? readTags(call, 'If-Match', purpose) : null;
    if (wanted && !holdsTag(wanted, eTag)) throw preconditionFailed();
    const unmodifiedSince = readDate(call, 'If-Unmodified-Since', purpose);
    if (unmodifiedSince && lastModified > unmodifiedSince) throw preconditionFailed();
    const unwanted = eTag ? readTags(call, 'If-None-Match', purpose) : null;
    if (unwanted) {
        if (!holdsTag(unwanted, eTag)) return 'proceed';
        if (purpose === 'write') throw preconditionFailed();
        return 'notModified';
    }
    if (purpose === 'write') return 'proceed';
    const modifiedSince = readDate(call, 'If-Modified-Since', purpose);
    return modifiedSince && lastModified <= modifiedSince ? 'notModified' : 'proceed';
}

function preconditionFailed(): SalesforceError {
    const message =
        'One or more of the preconditions specified in the HTTP request header(s) were not satisfied, ' +
        'so the operation was not performed.';
    return new SalesforceError(412, [{ errorCode: 'PRECONDITION_FAILED', message }]);
}

/** `"one", "two"` or `*` */
function readTags(call: ApiCall, name: string, purpose: Purpose): string[] | null {
    const text = call.header(name)?.trim();
    if (text === undefined) return null;
    if (text === '*') return [text];
    const tags = text.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.every((tag) => /^"[^"]*"$/.test(tag)) ? tags : unreadable(name, text, purpose);
}

function holdsTag(tags: string[], eTag: string | null): boolean {
    return tags.some((tag) => tag === '*' || tag === eTag);
}

function readDate(call: ApiCall, name: string, purpose: Purpose): Date | null {
    const text = call.header(name);
    if (text === undefined) return null;
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? unreadable(name, text, purpose) : instant;
}

function unreadable(name: string, text: string, purpose: Purpose): null {
    if (purpose === 'read') return null;
    throw refuse('INVALID_REQUEST', `The header ${name} has an invalid value: ${text}`);
}
