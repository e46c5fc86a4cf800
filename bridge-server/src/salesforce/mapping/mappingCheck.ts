import type { Connection } from 'jsforce';
import type { Logger } from 'pino';
import type { Mapping } from '../../mapping/mapping.ts';
import { checkMapping } from './checkMapping.ts';
import { type Descriptions, describeMapped, hasPersonAccounts } from './descriptions.ts';
import type { MappingProblem } from './fieldRules.ts';
import { findRecordType } from './recordTypes.ts';
import { SalesforceError, toSalesforceError } from '../salesforceError.ts';

interface MappingCheckOptions {
    readonly connection: Connection;
    readonly mapping: Mapping;
    readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
    /** How long the start waits for Salesforce. */
    readonly deadlineMs?: number;
    /** Time until a check that got no answer is repeated, and the least between two that found something wrong. */
    readonly retryMs?: number;
}

export type MappingOutcome =
    | { readonly kind: 'ok' }
    | { readonly kind: 'wrong'; readonly problems: readonly MappingProblem[] }
    | { readonly kind: 'unreachable'; readonly error: SalesforceError };

/** What only the org knows of the objects that are written to. */
export interface OrgFacts {
    /** Throws SalesforceError (permanent) when the integration user may not use a record type of this name. */
    recordTypeId(object: 'Case' | 'Task', developerName: string): string;
    /** How many characters the field takes; 0 when it is no text or not known. */
    fieldLength(object: 'Case' | 'Task', field: string): number;
    readonly hasPersonAccounts: boolean;
}

const DEADLINE_MS = 10_000;
const RETRY_MS = 60_000;

/** What a round of questions brought. */
type Answer =
    | { readonly kind: 'unreachable'; readonly error: SalesforceError }
    | { readonly kind: 'described'; readonly problems: readonly MappingProblem[]; readonly facts: OrgFacts };

/**
 * Compares the mapping with the org, once: at the start, or as soon as Salesforce answers. Costs an API call for each
 * object (5, and 1 for Leads).
 */
export function createMappingCheck({
    connection,
    mapping,
    log,
    deadlineMs = DEADLINE_MS,
    retryMs = RETRY_MS
}: MappingCheckOptions) {
    let known: (Extract<Answer, { kind: 'described' }> & { readonly at: number }) | null = null;
    let asking: Promise<Answer> | null = null;
    let isLate = false;
    let isStopped = false;
    let timer: NodeJS.Timeout | undefined;

    /** Who asks while an answer is awaited gets that answer. */
    const ask = (): Promise<Answer> =>
        (asking ??= describeMapped(connection, mapping)
            .then(learn, (error: unknown) => ({ kind: 'unreachable' as const, error: toSalesforceError(error) }))
            .finally(() => {
                asking = null;
            }));

    function learn(descriptions: Descriptions): Answer {
        const problems = checkMapping(descriptions, mapping);
        known = { kind: 'described', problems, facts: factsOf(descriptions), at: Date.now() };
        if (isLate) report(problems);
        return known;
    }

    function report(problems: readonly MappingProblem[]): void {
        if (problems.length === 0) log.info('The field mapping fits the org');
        for (const { path, message } of problems)
            log.error({ mapping: path, problem: message }, 'The org does not take the field mapping');
    }

    function tryLater(): void {
        if (isStopped || known) return;
        timer = setTimeout(() => {
            if (!known) void ask().then(tryLater);
        }, retryMs).unref();
    }

    return {
        /**
         * For the start, where who calls decides about a mapping that is wrong. When Salesforce gave no answer within
         * the deadline it is asked again until it does, and what is wrong is logged.
         */
        async check(): Promise<MappingOutcome> {
            const answer = await withinDeadline(ask(), deadlineMs);
            if (answer.kind === 'described')
                return answer.problems.length > 0 ? { kind: 'wrong', problems: answer.problems } : { kind: 'ok' };
            isLate = true;
            log.warn(
                { code: answer.error.code },
                'Salesforce could not be asked whether it takes the field mapping; it is asked later'
            );
            tryLater();
            return answer;
        },

        /** Remembered once Salesforce answered. Throws SalesforceError while it does not. */
        async facts(): Promise<OrgFacts> {
            const mayBePutRight = known && known.problems.length > 0 && Date.now() - known.at >= retryMs;
            const answer = known && !mayBePutRight ? known : await ask();
            if (answer.kind === 'unreachable') throw answer.error;
            return answer.facts;
        },

        stop(): void {
            isStopped = true;
            clearTimeout(timer);
        }
    };
}

export type MappingCheck = ReturnType<typeof createMappingCheck>;

function withinDeadline(answer: Promise<Answer>, deadlineMs: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<Answer>((resolve) => {
        const error = new SalesforceError('NO_ANSWER', `No answer within ${deadlineMs} ms`);
        timer = setTimeout(() => resolve({ kind: 'unreachable', error }), deadlineMs);
    });
    return Promise.race([answer, deadline]).finally(() => clearTimeout(timer));
}

/** Keeps what is needed of the descriptions, which are large. */
function factsOf(descriptions: Descriptions): OrgFacts {
    const lengths = new Map<string, number>();
    const recordTypes = new Map<string, string>();
    for (const object of [descriptions.Case, descriptions.Task]) {
        for (const { name, length } of object?.fields ?? []) lengths.set(`${object?.name}.${name}`, length);
        for (const { developerName } of object?.recordTypeInfos ?? []) {
            const found = object && findRecordType(object, developerName);
            if (found) recordTypes.set(`${object.name}.${developerName}`, found.recordTypeId);
        }
    }
    return {
        recordTypeId(object, developerName) {
            const id = recordTypes.get(`${object}.${developerName}`);
            if (id) return id;
            throw new SalesforceError(
                'UNAVAILABLE_RECORDTYPE_EXCEPTION',
                `The integration user may not use record type ${developerName} of ${object}`
            );
        },
        fieldLength: (object, field) => lengths.get(`${object}.${field}`) ?? 0,
        hasPersonAccounts: descriptions.Account ? hasPersonAccounts(descriptions.Account) : false
    };
}
