import type { Fault, FaultMatch } from './fault.ts';

/**
 * A fault as posted to the control route.
 *
 * @throws TypeError saying which member is wrong
 */
export function parseFault(body: unknown): Fault {
    if (typeof body !== 'object' || body === null) throw new TypeError('a fault is a JSON object');
    const members: Partial<Record<string, unknown>> = { ...body };
    const base = {
        times: requirePositive(members, 'times'),
        ...(members.match === undefined ? {} : { match: parseMatch(members.match) }),
        ...(members.delayMs === undefined ? {} : { delayMs: requirePositive(members, 'delayMs') })
    };
    switch (members.kind) {
        case 'status':
            return {
                ...base,
                kind: 'status',
                status: requirePositive(members, 'status'),
                errorCode: requireText(members, 'errorCode'),
                message: requireText(members, 'message')
            };
        case 'dropBeforeCommit':
        case 'dropAfterCommit':
            return { ...base, kind: members.kind };
        case 'delay':
            return { ...base, kind: 'delay', delayMs: requirePositive(members, 'delayMs') };
        default:
            throw new TypeError('kind must be status, dropBeforeCommit, dropAfterCommit or delay');
    }
}

function requirePositive(members: Partial<Record<string, unknown>>, name: string): number {
    const value = members[name];
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
    throw new TypeError(`${name} must be a whole number above 0`);
}

function requireText(members: Partial<Record<string, unknown>>, name: string): string {
    const value = members[name];
    if (typeof value === 'string') return value;
    throw new TypeError(`${name} must be a text`);
}

function parseMatch(value: unknown): FaultMatch {
    if (typeof value !== 'object' || value === null) throw new TypeError('match must be a JSON object');
    const members: Partial<Record<string, unknown>> = { ...value };
    return {
        ...(members.method === undefined ? {} : { method: requireText(members, 'method') }),
        ...(members.pathIncludes === undefined ? {} : { pathIncludes: requireText(members, 'pathIncludes') })
    };
}
