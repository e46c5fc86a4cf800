import type { Call, Caller, Leg } from '../calls/call.ts';
import type { EarlierTry } from '../calls/syncStep.ts';
import { createAgentDirectory } from './agents.ts';
import { findCaller } from './callerLookup.ts';
import { caseFields, taskFields } from './caseAndTask.ts';
import type { TaxIdFields } from './phoneSearch.ts';
import { createRecordWriter } from './recordWriter.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { SalesforceError, toSalesforceError } from './salesforceError.ts';

interface SalesforceGatewayOptions {
    readonly connection: SalesforceConnection;
    readonly now: () => number;
    /** The address under which a call's recording can be asked for. */
    readonly recordingUrl: (protocol: string) => string;
    readonly taxIdFields: TaxIdFields;
    /** The calendar day (yyyy-mm-dd) of an instant where the contact centre is. */
    readonly dayOf: (instant: string) => string;
}

export interface OpenedCase {
    readonly caseId: string;
    readonly caseNumber: string | null;
}

/** What is done in Salesforce for calls. Every method throws SalesforceError and may be repeated without doubling. */
export function createSalesforceGateway({
    connection,
    now,
    recordingUrl,
    taxIdFields,
    dayOf
}: SalesforceGatewayOptions) {
    const agents = createAgentDirectory(connection, now);
    const createCase = createRecordWriter(connection, 'Case');
    const createTask = createRecordWriter(connection, 'Task');

    const ownerOf = async (leg: Leg): Promise<string | null> => (await agents.byExtension(leg.agent))?.id ?? null;

    return {
        agents,

        findCaller: (number: string | null): Promise<Caller> =>
            asking(() => findCaller(connection, taxIdFields, number)),

        /**
         * The protocol is unique in Salesforce, so a Case that was created without our hearing of it is found again
         * instead of doubled; and what an agent changed on it meanwhile is not written over, as an upsert would.
         */
        openCase: (call: Call, leg: Leg, earlier: EarlierTry): Promise<OpenedCase> =>
            asking(async () => {
                const known = earlier === 'none' ? null : await findCase(connection, call);
                if (known) return known;
                try {
                    return { caseId: await createCase(caseFields(call, await ownerOf(leg))), caseNumber: null };
                } catch (error) {
                    const opened = isDuplicate(error) ? await findCase(connection, call) : null;
                    if (opened) return opened;
                    throw error;
                }
            }),

        readCaseNumber: (caseId: string): Promise<string> =>
            asking(
                async () =>
                    (await connection.sobject('Case').retrieve(caseId, { fields: ['CaseNumber'] }))[
                        'CaseNumber'
                    ] as string
            ),

        /**
         * Nothing about a Task is unique in Salesforce. So when nothing was heard of an earlier try we look for its
         * Task, and while its request may still be under way we look again later instead of writing a second one.
         */
        saveTask: (call: Call, leg: Leg, earlier: EarlierTry): Promise<string> =>
            asking(async () => {
                const known = earlier === 'none' ? null : await findTask(connection, call, leg);
                if (known) return known;
                if (earlier === 'inFlight') {
                    throw new SalesforceError(
                        'STILL_UNDER_WAY',
                        'An earlier request for this Task may still be under way'
                    );
                }
                const url = call.recording && call.protocol ? recordingUrl(call.protocol) : null;
                const day = dayOf(leg.endedAt ?? call.startedAt);
                return createTask(taskFields(call, leg, { ownerId: await ownerOf(leg), recordingUrl: url, day }));
            })
    };
}

export type SalesforceGateway = ReturnType<typeof createSalesforceGateway>;

async function asking<T>(request: () => Promise<T>): Promise<T> {
    try {
        return await request();
    } catch (error) {
        throw toSalesforceError(error);
    }
}

const isDuplicate = (error: unknown): boolean => error instanceof SalesforceError && error.code === 'DUPLICATE_VALUE';

async function findCase(connection: SalesforceConnection, { protocol }: Call): Promise<OpenedCase | null> {
    const [record] = await connection
        .sobject('Case')
        .find({ CallProtocol__c: protocol }, ['Id', 'CaseNumber'])
        .limit(1);
    return record?.Id ? { caseId: record.Id, caseNumber: String(record['CaseNumber']) } : null;
}

async function findTask(connection: SalesforceConnection, call: Call, leg: Leg): Promise<string | null> {
    const [record] = await connection
        .sobject('Task')
        .find({ WhatId: call.caseId, CallObject: leg.id }, ['Id'])
        .limit(1);
    return record?.Id ?? null;
}
