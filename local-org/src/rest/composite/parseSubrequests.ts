import { showValue } from '../../data/showValue.ts';
import { refuse } from '../../errors/refusals.ts';
import type { SalesforceError } from '../../errors/salesforceError.ts';
import { findRepeated } from '../findRepeated.ts';
import { isRecordBody } from '../requestBody.ts';
import { parseSubrequestUrl, type Subrequest } from './subrequest.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** A letter or digit, then letters, digits and underscores (REST API Developer Guide, Composite Subrequest Result). */
const REFERENCE_ID = /^[A-Za-z0-9]\w*$/;
/** Subrequests take these from the request around them, and may not name them themselves. */
const INHERITED_HEADERS = ['accept', 'authorization', 'content-type'];

/**
 * The `compositeRequest` of a composite or of a graph. One that is written wrongly fails the whole request.
 *
 * @throws SalesforceError JSON_PARSER_ERROR
 */
export function parseSubrequests(value: unknown): Subrequest[] {
    if (!Array.isArray(value) || value.length === 0) {
        throw wrong('compositeRequest must be an array that holds at least one subrequest.');
    }
    const subrequests = value.map(parseSubrequest);
    refuseRepeatedReferenceIds(subrequests);
    return subrequests;
}

function parseSubrequest(value: unknown): Subrequest {
    if (!isRecordBody(value)) throw wrong('A subrequest must be a JSON object.');
    const { method, url, referenceId, body, httpHeaders = {} } = value;
    if (typeof referenceId !== 'string' || !REFERENCE_ID.test(referenceId)) {
        throw wrong(
            `Provided referenceId ('${showValue(referenceId)}') must start with a letter or a number, and it can contain only ` +
                "letters, numbers and underscores ('_')."
        );
    }
    if (typeof method !== 'string' || !METHODS.includes(method)) {
        throw wrong(`The method of ${referenceId} must be one of ${METHODS.join(', ')}, and is ${showValue(method)}.`);
    }
    if (typeof url !== 'string' || !parseSubrequestUrl(url)) {
        throw wrong(`The url of ${referenceId} must start with /services/data/vXX.X/, and is ${showValue(url)}.`);
    }
    return { method, url, referenceId, body, headers: parseHeaders(referenceId, httpHeaders) };
}

function parseHeaders(referenceId: string, value: unknown): Record<string, string> {
    if (!isRecordBody(value)) throw wrong(`The httpHeaders of ${referenceId} must be a JSON object.`);
    const headers = Object.entries(value).map(([name, text]): [string, string] => [
        name.toLowerCase(),
        showValue(text)
    ]);
    const inherited = headers.find(([name]) => INHERITED_HEADERS.includes(name));
    if (inherited) throw wrong(`The httpHeaders of ${referenceId} must not contain ${inherited[0]}.`);
    return Object.fromEntries(headers);
}

function refuseRepeatedReferenceIds(subrequests: Subrequest[]): void {
    const [repeated] = findRepeated(subrequests.map(({ referenceId }) => referenceId));
    if (repeated !== undefined) throw wrong(`Provided referenceId ('${repeated}') should be unique.`);
}

function wrong(message: string): SalesforceError {
    return refuse('JSON_PARSER_ERROR', message);
}
