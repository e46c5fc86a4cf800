import type { Call, CallCase, Caller, Leg } from '../calls/call.ts';
import type { EarlierTry, SavedTask, Try, UnansweredOutcome } from '../calls/syncStep.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { AgentDirectory } from './agents.ts';
import {
    callerFields,
    caseFields,
    contactIdOf,
    noteFields,
    taskFields,
    taskKey,
    unansweredTaskFields
} from './caseAndTask.ts';
import { correctCaller, correctCallerOfTask, handCaseOver } from './caseChanges.ts';
import { createCaseWriter, type WrittenCase } from './caseWriter.ts';
import type { OrgFacts } from './mapping/mappingCheck.ts';
import type { FieldValues } from './records.ts';
import { createRequestWindow } from './requestWindow.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { SalesforceError, STILL_UNDER_WAY, toSalesforceError } from './salesforceError.ts';
import { createTaskNotes } from './taskNotes.ts';
import { createTaskWriter, type TaskKey } from './taskWriter.ts';

interface SalesforceGatewayOptions {
    readonly connection: SalesforceConnection;
    readonly mapping: Mapping;
    readonly agents: AgentDirectory;
    readonly findCaller: (number: string | null) => Promise<Caller>;
    /** Throws SalesforceError when Salesforce cannot be asked. */
    readonly orgFacts: () => Promise<OrgFacts>;
    /** What the spacing of requests is multiplied by. */
    readonly spacingFactor: () => number;
    /** The address under which a call's recording can be asked for. */
    readonly recordingUrl: (protocol: string) => string;
    /** Whether the bridge could have the audio of a call that was recorded. */
    readonly canBeHeard: (callId: string) => boolean;
    /** The calendar day (yyyy-mm-dd) of an instant where the contact centre is. */
    readonly dayOf: (instant: string) => string;
}

/** The agent waits for the Case, and nobody for a Task. */
const CASE_SPACING_MS = 125;
const TASK_SPACING_MS = 1_000;

const OWNER_IS_GONE = new Set(['INACTIVE_OWNER_OR_USER', 'OPERATION_WITH_INACTIVE_USER_EXCEPTION']);

/** What is done in Salesforce for calls. Every method throws SalesforceError and may be repeated without doubling. */
export function createSalesforceGateway(options: SalesforceGatewayOptions) {
    const { connection, mapping, agents, findCaller, orgFacts, dayOf } = options;
    const window = (spacingMs: number) => createRequestWindow({ spacingMs, factor: options.spacingFactor });
    const writeCase = createCaseWriter(connection, mapping.case.protocolField, window(CASE_SPACING_MS));
    const tasks = createTaskWriter(connection, mapping.task.legField, {
        creating: window(TASK_SPACING_MS),
        finding: window(TASK_SPACING_MS)
    });

    const writeNote = createTaskNotes(connection, mapping.task.contactReasonField, window(TASK_SPACING_MS));

    const ownerOf = async ({ agent }: Leg): Promise<string | null> => (await agents.byExtension(agent))?.id ?? null;

    const recordingUrlOf = ({ id, recording, protocol }: Call): string | null =>
        recording && protocol && options.canBeHeard(id) ? options.recordingUrl(protocol) : null;

    const knownOf = async (object: 'Case' | 'Task') => {
        const facts = await orgFacts();
        const { recordType } = object === 'Case' ? mapping.case : mapping.task;
        return {
            recordTypeId: recordType === null ? null : facts.recordTypeId(object, recordType),
            lengthOf: (field: string) => facts.fieldLength(object, field)
        };
    };

    /** An owner who was deactivated since we looked is looked up again at the next try. */
    const owned = async <T>(leg: Leg, write: (ownerId: string | null) => Promise<T>): Promise<T> => {
        try {
            return await write(await ownerOf(leg));
        } catch (error) {
            if (error instanceof SalesforceError && OWNER_IS_GONE.has(error.code)) agents.forget(leg.agent);
            throw error;
        }
    };

    /**
     * Nothing about a Task is unique in Salesforce. So when nothing was heard of an earlier try we look for its Task,
     * and while its request may still be under way we look again later instead of writing a second one.
     */
    async function saveOnce(key: TaskKey, earlier: EarlierTry, create: () => Promise<string>) {
        const known = earlier === 'none' ? null : await tasks.find(key);
        if (known) return { id: known, isNew: false };
        if (earlier === 'inFlight') {
            throw new SalesforceError(STILL_UNDER_WAY, 'An earlier request for this Task may still be under way');
        }
        return { id: await create(), isNew: true };
    }

    return {
        /** Asks for the agents' users too, so that they are known when the call is answered. */
        findCaller: (call: Call): Promise<Caller> =>
            asking(async () => {
                const [caller] = await Promise.all([findCaller(call.number), ...call.legs.map(ownerOf)]);
                return caller;
            }),

        openCase: (call: Call, leg: Leg, { earlier, notAfter }: Try): Promise<CallCase> =>
            asking(() =>
                owned(leg, async (ownerId) => {
                    const surroundings = { ...(await knownOf('Case')), ownerId, recordingUrl: null };
                    const fields = caseFields(call, leg, mapping, surroundings);
                    const written = await writeCase({ fields, notAfter });
                    if (!written.isNew && earlier === 'none') throw protocolTaken();
                    return {
                        id: written.id,
                        number: written.number,
                        ownerLeg: written.isNew ? leg.id : await ownerLegOf(call, leg, written),
                        who: whoOn(call, fields, written)
                    };
                })
            ),

        changeOwner: (call: Call, opened: CallCase, to: Leg): Promise<void> =>
            asking(async () => {
                const ownerId = await ownerOf(to);
                if (!ownerId) return;
                const handlers = await Promise.all(call.legs.map(ownerOf));
                await handCaseOver(connection, opened.id, new Set(handlers.filter((id) => id !== null)), ownerId);
            }),

        changeCaller: (call: Call, opened: CallCase): Promise<void> =>
            asking(() => {
                const taskIds = call.legs.flatMap(({ taskId }) => taskId ?? []);
                return correctCaller(connection, opened.id, callerFields(call, mapping), taskIds);
            }),

        saveTask: (call: Call, leg: Leg, { earlier, notAfter }: Try): Promise<SavedTask> =>
            asking(async () => {
                const key = { caseId: call.case?.id ?? null, legId: taskKey(leg.id) };
                const { id, isNew } = await saveOnce(key, earlier, () =>
                    owned(leg, async (ownerId) =>
                        tasks.create({
                            notAfter,
                            fields: taskFields(call, leg, mapping, {
                                ownerId,
                                ...(await knownOf('Task')),
                                recordingUrl: recordingUrlOf(call),
                                day: dayOf(leg.endedAt ?? call.startedAt)
                            })
                        })
                    )
                );
                if (isNew) return { id, note: leg.note };
                // the agent may have corrected the caller while nobody knew of this Task
                if (call.caller?.reason === 'chosenByAgent')
                    await correctCallerOfTask(connection, id, contactIdOf(call.caller));
                return { id, note: null };
            }),

        saveNote: (call: Call, leg: Leg): Promise<void> =>
            asking(async () => {
                if (!leg.taskId) return;
                const surroundings = {
                    ...(await knownOf('Task')),
                    ownerId: null,
                    recordingUrl: recordingUrlOf(call)
                };
                await writeNote({
                    taskId: leg.taskId,
                    before: noteFields(call, leg, leg.taskNote, mapping, surroundings),
                    after: noteFields(call, leg, leg.note, mapping, surroundings)
                });
            }),

        saveUnansweredTask: (call: Call, outcome: UnansweredOutcome, { earlier, notAfter }: Try): Promise<string> =>
            asking(async () => {
                const { id } = await saveOnce({ caseId: null, legId: taskKey(call.id) }, earlier, async () => {
                    const last = call.legs.at(-1);
                    return tasks.create({
                        notAfter,
                        fields: unansweredTaskFields(call, outcome, mapping, {
                            ownerId: last ? await ownerOf(last) : null,
                            ...(await knownOf('Task')),
                            recordingUrl: null,
                            day: dayOf(call.endedAt ?? call.startedAt)
                        })
                    });
                });
                return id;
            })
    };

    /** For whose leg an earlier try of ours had opened the Case. */
    async function ownerLegOf(call: Call, leg: Leg, { ownerId }: WrittenCase): Promise<string> {
        for (const earlier of call.legs.filter(({ answeredAt }) => answeredAt !== null))
            if ((await ownerOf(earlier)) === ownerId) return earlier.id;
        return leg.id;
    }
}

/** The candidate on the Case, or whoever an earlier try had written there: then the agent's choice follows. */
function whoOn({ caller }: Call, fields: FieldValues, { isNew, contactId, accountId }: WrittenCase): string | null {
    const who = caller?.who?.id ?? null;
    const isOurs =
        contactId === contactIdOf(caller) && (contactId !== null || accountId === (fields['AccountId'] ?? null));
    return isNew || isOurs ? who : (contactId ?? accountId ?? 'unknown');
}

const protocolTaken = () =>
    new SalesforceError('PROTOCOL_TAKEN', 'Another call has a Case with this protocol; is another bridge in this org?');

async function asking<T>(request: () => Promise<T>): Promise<T> {
    try {
        return await request();
    } catch (error) {
        throw toSalesforceError(error);
    }
}
