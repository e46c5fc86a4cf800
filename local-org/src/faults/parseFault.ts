import type { Fault, FaultEffect, FaultFrequency, FaultMatch } from './fault.ts';
import { platformRefusals } from './platformRefusals.ts';

const KINDS = [
    'status',
    ...Object.keys(platformRefusals),
    'dropBeforeCommit',
    'dropAfterCommit',
    'delay',
    'delayAnswer'
];
/** A lower one would be followed by another answer. */
const LOWEST_STATUS = 200;
const HIGHEST_STATUS = 599;
/** The longest that a timer waits. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** What every fault may say, what goes with how often it strikes, and what goes with its kind. */
const MEMBERS = ['kind', 'match', 'delayMs'];
const MEMBERS_OF_COUNT = ['times', 'skip'];
const MEMBERS_OF_RATE = ['rate', 'seed'];
const MEMBERS_OF_STATUS = ['status', 'errorCode', 'message'];
const MEMBERS_OF_MATCH = ['method', 'pathIncludes'];

type Members = Partial<Record<string, unknown>>;

/**
 * A fault as posted to the control route: `{ kind, times, skip?, match?, delayMs? }`, or `rate` and `seed?` in place of
 * `times` and `skip?`; with the kind `status` also `status`, `errorCode` and `message`.
 *
 * @throws TypeError saying which member is wrong, or means nothing there
 */
export function parseFault(body: unknown): Fault {
    const members = requireMembers(body, 'a fault');
    const effect = parseEffect(members);
    const frequency = parseFrequency(members);
    refuseOthers(
        `a fault of kind ${String(members.kind)} with ${frequency.kind === 'count' ? 'times' : 'rate'}`,
        members,
        [
            ...MEMBERS,
            ...(frequency.kind === 'count' ? MEMBERS_OF_COUNT : MEMBERS_OF_RATE),
            ...(members.kind === 'status' ? MEMBERS_OF_STATUS : [])
        ]
    );
    return {
        match: parseMatch(members.match),
        frequency,
        effect,
        delayMs: parseDelay(members, effect)
    };
}

function parseEffect(members: Members): FaultEffect {
    const kind = members.kind;
    switch (kind) {
        case 'status':
            return {
                kind,
                status: requireWhole(members, 'status', LOWEST_STATUS, HIGHEST_STATUS),
                errorCode: requireText(members, 'errorCode'),
                message: requireText(members, 'message')
            };
        case 'dropBeforeCommit':
        case 'dropAfterCommit':
        case 'delay':
        case 'delayAnswer':
            return { kind };
    }
    const refusal = typeof kind === 'string' && Object.hasOwn(platformRefusals, kind) ? platformRefusals[kind] : null;
    if (!refusal) throw new TypeError(`kind must be one of ${KINDS.join(', ')}`);
    return refusal;
}

function parseFrequency(members: Members): FaultFrequency {
    if ((members.times === undefined) === (members.rate === undefined)) {
        throw new TypeError('give either times, a whole number above 0, or rate, a number above 0 and up to 1');
    }
    if (members.rate === undefined) {
        const skip = members.skip === undefined ? 0 : requireWhole(members, 'skip', 0);
        return { kind: 'count', times: requireWhole(members, 'times', 1), skip };
    }
    const rate = members.rate;
    if (typeof rate !== 'number' || !(rate > 0 && rate <= 1)) throw new TypeError('rate must be above 0 and up to 1');
    return { kind: 'rate', rate, seed: members.seed === undefined ? 1 : requireWhole(members, 'seed', 0) };
}

function parseDelay(members: Members, effect: FaultEffect): number {
    const isNeeded = effect.kind === 'delay' || effect.kind === 'delayAnswer';
    return members.delayMs === undefined && !isNeeded ? 0 : requireWhole(members, 'delayMs', 1, LONGEST_DELAY_MS);
}

function parseMatch(value: unknown): FaultMatch {
    if (value === undefined) return {};
    const members = requireMembers(value, 'match');
    refuseOthers('match', members, MEMBERS_OF_MATCH);
    return {
        ...(members.method === undefined ? {} : { method: requireText(members, 'method') }),
        ...(members.pathIncludes === undefined ? {} : { pathIncludes: requireText(members, 'pathIncludes') })
    };
}

function requireMembers(value: unknown, what: string): Members {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new TypeError(`${what} must be a JSON object`);
    }
    return { ...value };
}

function refuseOthers(what: string, members: Members, known: readonly string[]): void {
    const unknown = Object.keys(members).filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new TypeError(`${what} has ${known.join(', ')}, and no ${unknown.join(', ')}`);
}

function requireWhole(members: Members, name: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = members[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
    throw new TypeError(`${name} must be a whole number, ${range}`);
}

function requireText(members: Members, name: string): string {
    const value = members[name];
    if (typeof value === 'string') return value;
    throw new TypeError(`${name} must be a text`);
}
