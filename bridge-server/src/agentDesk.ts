import type { Logger } from 'pino';
import type { Surroundings } from './agents/callView.ts';
import { createCaseCalls } from './agents/caseCalls.ts';
import { createAgentCommands } from './agents/commands.ts';
import { createContacts } from './agents/contacts.ts';
import { createCallerCorrection } from './agents/correctCaller.ts';
import { createDialling } from './agents/dialling.ts';
import { createDirectory } from './agents/directory.ts';
import { createHistory } from './agents/history.ts';
import { createNotes } from './agents/notes.ts';
import { createQueueLogins } from './agents/queueLogins.ts';
import type { Presences } from './agents/presences.ts';
import type { ContactCentre } from './contactCentre.ts';
import type { CommandReport } from './http/giveCommand.ts';
import type { Salesforce } from './salesforce/openSalesforce.ts';
import { toLongId } from './salesforce/recordId.ts';
import type { Store } from './store/openStore.ts';
import type { TelephonySides } from './telephonySides.ts';

interface AgentDeskOptions {
    readonly contactCentre: ContactCentre;
    readonly store: Store;
    readonly salesforce: Salesforce;
    readonly sides: TelephonySides;
    readonly presences: Presences;
    readonly surroundingsOf: (source: string) => Surroundings;
    readonly now: () => Date;
    readonly log: Logger;
}

/** What a signed-in agent can ask for, put together from the parts that it takes. */
export function createAgentDesk(options: AgentDeskOptions) {
    const { contactCentre, store, salesforce, sides, presences, surroundingsOf, now, log } = options;
    const { callById, liveCallsOf, historyOf } = store.calls;
    const { capabilitiesOf, send } = sides;
    const { nameOf } = presences;
    const { candidateById } = salesforce.contacts;
    return {
        onCommand: (report: CommandReport) => log.info(report, 'An agent gave a command'),
        command: createAgentCommands({ callById, liveCallsOf, capabilitiesOf, send }),
        dial: createDialling({
            dial: sides.dial,
            callById,
            candidateById,
            chooseCaller: store.chooseCaller,
            onError: (error) => log.warn({ err: error }, 'It could not be noted whom an agent called')
        }),
        saveNote: createNotes({
            callById,
            store: store.writeNote,
            contactReasons: contactCentre.contactReasons,
            now
        }),
        correctCaller: createCallerCorrection({ callById, candidateById, store: store.chooseCaller }),
        history: createHistory({
            historyOf,
            surroundingsOf,
            now
        }),
        contacts: createContacts({
            searchContacts: salesforce.contacts.search,
            recentContacts: store.contacts.recentContacts,
            now
        }),
        caseCalls: createCaseCalls({
            callsOfCase: store.contacts.callsOfCase,
            toLongId,
            mayRead: salesforce.mayRead,
            nameOf
        }),
        directory: createDirectory({
            listUsers: salesforce.agents.all,
            everybody: presences.everybody,
            onCallSince: store.presences.onCallSince,
            queues: sides.queues,
            log
        }),
        ...createQueueLogins({ queueLogins: sides.queueLogins, setQueueLogin: sides.setQueueLogin }),
        choosePresence: presences.choose,
        finishWrapUp: presences.finishWrapUp
    };
}
