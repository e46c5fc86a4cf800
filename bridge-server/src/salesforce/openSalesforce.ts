import type { Logger } from 'pino';
import type { Mapping } from '../mapping/mapping.ts';
import { createAgentDirectory } from './agents.ts';
import { createApiBudget } from './apiBudget.ts';
import { createCallerLookup } from './caller/callerLookup.ts';
import { createContactDirectory } from './contacts/contactDirectory.ts';
import { createHandshakeRecords } from './handshakeRecords.ts';
import { createMappingCheck } from './mapping/mappingCheck.ts';
import { createOwnAccess } from './people/ownAccess.ts';
import { createPeopleApp } from './people/peopleApp.ts';
import { createRecordAccess } from './recordAccess.ts';
import { createRequestWindow } from './requestWindow.ts';
import { SalesforceConnection, type SalesforceConnectionOptions } from './salesforceConnection.ts';
import { createSalesforceGateway } from './salesforceGateway.ts';
import { createSupervisorCheck } from './supervisors.ts';

interface SalesforceOptions {
    readonly login: SalesforceConnectionOptions;
    readonly mapping: Mapping;
    /** Share of the org's daily API requests that is left to everybody else, from 0 to 1. */
    readonly apiReserve: number;
    readonly log: Logger;
    /** When we served these contacts last. */
    readonly lastServed: (contactIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    readonly recordingUrl: (protocol: string) => string;
    /** Whether the bridge could have the audio of a recorded call; absent: of every one. */
    readonly canBeHeard?: (callId: string) => boolean;
    readonly dayOf: (instant: string) => string;
    /** The app by which people sign in with a browser; null: there is none. */
    readonly people?: {
        readonly clientId: string;
        readonly clientSecret: string | null;
        readonly redirectUri: () => string;
    } | null;
}

/** A caller is looked up while the telephone rings: so long it may wait for company. */
const LOOKUP_SPACING_MS = 400;

/** Everything that the bridge does in one org, over one connection. */
export function openSalesforce(options: SalesforceOptions) {
    const { mapping, log } = options;
    const budget = createApiBudget({ reserve: options.apiReserve, log });
    const connection = new SalesforceConnection({ ...options.login, budget });
    const ownOrg = () => connection.ownOrg();
    const agents = createAgentDirectory({ connection, userField: mapping.agent.userField, now: Date.now });
    const mappingCheck = createMappingCheck({ connection, mapping, log });
    const hasPersonAccounts = async () => (await mappingCheck.facts()).hasPersonAccounts;
    const callers = createCallerLookup({
        connection,
        mapping: mapping.caller,
        origin: mapping.case.origin,
        hasPersonAccounts,
        lastServed: options.lastServed,
        now: Date.now,
        window: createRequestWindow({ spacingMs: LOOKUP_SPACING_MS, factor: budget.factor })
    });
    return {
        agents,
        handshakes: createHandshakeRecords(connection),
        contacts: createContactDirectory({ connection, mapping: mapping.caller, hasPersonAccounts }),
        mayRead: createRecordAccess({ connection, now: Date.now }),
        /** Asked as the user who is signed in with a browser. */
        mayReadByToken: createOwnAccess({ ownOrg, budget, now: Date.now }),
        people: options.people
            ? createPeopleApp({ ...options.people, loginUrl: options.login.loginUrl, ownOrg })
            : null,
        isSupervisor: createSupervisorCheck({ connection, now: Date.now }),
        mappingCheck,
        budget,
        records: createSalesforceGateway({
            connection,
            mapping,
            agents,
            findCaller: callers.find,
            orgFacts: mappingCheck.facts,
            spacingFactor: budget.factor,
            recordingUrl: options.recordingUrl,
            canBeHeard: options.canBeHeard ?? (() => true),
            dayOf: options.dayOf
        })
    };
}

export type Salesforce = ReturnType<typeof openSalesforce>;
