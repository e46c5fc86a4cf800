import type { RecordBody } from '../data/readBody.ts';

/**
 * The query string of a parameterized search as the body that would ask for the same:
 * `q=…&sobject=Account&Account.fields=Id,Name&Account.limit=10`.
 */
export function queryStringSearch(query: URLSearchParams): RecordBody {
    const names = query.getAll('sobject').flatMap(splitNames);
    const ownMembers = names.map((name) => `${name}.`);
    const body: RecordBody = {};
    for (const [member, text] of query) {
        if (member === 'sobject' || ownMembers.some((prefix) => member.startsWith(prefix))) continue;
        body[member] = member === 'fields' ? query.getAll(member).flatMap(splitNames) : readValue(text);
    }
    // A search for digits is one for text.
    if (query.has('q')) body.q = query.get('q') ?? '';
    if (names.length > 0) body.sobjects = names.map((name) => readObject(query, name));
    return body;
}

function readObject(query: URLSearchParams, name: string): RecordBody {
    const object: RecordBody = { name };
    for (const [member, text] of query) {
        if (!member.startsWith(`${name}.`)) continue;
        const own = member.slice(name.length + 1);
        object[own] = own === 'fields' ? query.getAll(member).flatMap(splitNames) : readValue(text);
    }
    return object;
}

function readValue(text: string): string | number | boolean {
    if (/^\d+$/.test(text)) return Number(text);
    return text === 'true' || text === 'false' ? text === 'true' : text;
}

function splitNames(text: string): string[] {
    return text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
