import type { Connection } from 'jsforce';
import type { Candidate } from '../../contract/agentApi.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { askForAgent } from '../askForAgent.ts';
import { accountFields, contactFields, LEAD_FIELDS, LIVE_LEAD } from '../caller/candidateFields.ts';
import { type FoundRecord, readCandidate } from '../caller/candidates.ts';
import { toLongId } from '../recordId.ts';
import { quote } from '../records.ts';
import { toSalesforceError } from '../salesforceError.ts';
import { contactSearchText } from './contactSearchText.ts';
import { rankContacts } from './rankContacts.ts';
import { readSearchText } from './searchText.ts';

interface ContactDirectoryOptions {
    readonly connection: Connection;
    readonly mapping: Mapping['caller'];
    /** Whether the org has person accounts: then Account has fields that no other org knows. */
    readonly hasPersonAccounts: () => Promise<boolean>;
}

/** Whom agents look for in Salesforce: as the integration user sees them, whatever the agent may read. */
export interface ContactDirectory {
    /**
     * By name (beginnings of words), number (in any Brazilian spelling, without DDD too) or whole CPF or CNPJ: at most
     * 25, the best first. One API request; none for less than two characters. Throws RequestRefused (503).
     */
    search(text: string): Promise<Candidate[]>;
    /**
     * The contact, person account, business account or lead with this id of 15 or 18 characters, as a candidate; null
     * when there is none, and of a lead when the integration user may not read leads. A person account is found by its
     * account's id too, and has its contact's. Throws RequestRefused (503).
     */
    candidateById(id: string): Promise<Candidate | null>;
}

const MIN_LENGTH = 2;
const MAX_FOUND = 25;
/** The first three characters of an id name its object: contact, account, lead. */
const OURS = /^(003|001|00Q)/;

export function createContactDirectory(options: ContactDirectoryOptions): ContactDirectory {
    const { connection, mapping } = options;

    async function search(text: string): Promise<Candidate[]> {
        const wanted = readSearchText(text);
        const personAccounts = await options.hasPersonAccounts();
        const sosl = contactSearchText(wanted, mapping, { personAccounts });
        if (sosl === null) return [];
        const { searchRecords } = await connection.search(sosl);
        const found = searchRecords.flatMap((record: FoundRecord) => readCandidate(record, mapping) ?? []);
        return rankContacts(found, wanted, MAX_FOUND);
    }

    async function byId(id: string): Promise<Candidate | null> {
        const soql = byIdQuery(id, mapping, await options.hasPersonAccounts());
        const { records } = await connection.query<FoundRecord>(soql);
        const found = records[0] ? readCandidate(records[0], mapping) : null;
        return found && { ...found.candidate, phone: found.phones[0] ?? null };
    }

    return {
        search: async (text) => ([...text.trim()].length < MIN_LENGTH ? [] : askForAgent(() => search(text))),
        async candidateById(text) {
            const id = toLongId(text);
            if (id === null || !OURS.test(id)) return null;
            return askForAgent(() => byId(id).catch((error: unknown) => nobodyIfLeadsAreClosed(id, error)));
        }
    };
}

/** Leads have a permission set of their own, which many orgs do without. */
function nobodyIfLeadsAreClosed(id: string, error: unknown): null {
    if (id.startsWith('00Q') && toSalesforceError(error).code === 'INVALID_TYPE') return null;
    throw error;
}

function byIdQuery(id: string, mapping: Mapping['caller'], personAccounts: boolean): string {
    const select = (fields: readonly string[], object: string, condition = '') =>
        `SELECT ${fields.join(', ')} FROM ${object} WHERE Id = ${quote(id)}${condition}`;
    if (id.startsWith('00Q')) return select(LEAD_FIELDS, 'Lead', ` AND ${LIVE_LEAD}`);
    if (id.startsWith('001')) return select(accountFields(mapping, { personAccounts }), 'Account');
    return select([...contactFields(mapping), ...(personAccounts ? ['IsPersonAccount'] : [])], 'Contact');
}
