import fc from 'fast-check';
import { formatRecordId } from '../../src/ids/formatRecordId.ts';
import type { Org } from '../../src/org.ts';

export const ACCOUNT_IDS = [1, 2, 3].map((ordinal) => formatRecordId('001', ordinal));

const CONTACT_ORDINALS = { min: 1000, max: 1012 };

const values = fc.record({
    LastName: fc.constantFrom('Silva', 'Souza', 'da Silva', 'Conceição', "d'Oeste"),
    FirstName: fc.constantFrom('Ana', 'João', null),
    Phone: fc.constantFrom('(11) 98765-4321', '+55 11 98765-4321', '21 98765-4321', '8765-4321', '190', null),
    AccountId: fc.constantFrom(...ACCOUNT_IDS, null),
    IsDeleted: fc.boolean()
});

const write = fc.record({
    kind: fc.constantFrom('put' as const, 'put' as const, 'put' as const, 'remove' as const),
    id: fc.integer(CONTACT_ORDINALS).map((ordinal) => formatRecordId('003', ordinal)),
    values
});

/** Transactions of a few writes to Contact, some of which fail at the end, or part of which does. */
export const transactions = fc.array(
    fc.record({
        writes: fc.array(write, { maxLength: 5 }),
        savepoint: fc.array(write, { maxLength: 3 }),
        outcome: fc.constantFrom('commit', 'commit', 'rollBack')
    }),
    { maxLength: 8 }
);

type Transaction = typeof transactions extends fc.Arbitrary<(infer One)[]> ? One : never;

class Refused extends Error {}

export function apply(org: Org, { writes, savepoint, outcome }: Transaction): void {
    attempt(org, () => {
        for (const each of writes) applyWrite(org, each);
        attempt(org, () => {
            for (const each of savepoint) applyWrite(org, each);
            throw new Refused();
        });
        if (outcome === 'rollBack') throw new Refused();
    });
}

export function removeContacts(org: Org): void {
    org.records.transaction(() => {
        for (const { Id } of [...org.records.all('Contact')]) org.records.remove('Contact', Id);
    });
}

function attempt(org: Org, work: () => void): void {
    try {
        org.records.transaction(work);
    } catch (error) {
        if (!(error instanceof Refused)) throw error;
    }
}

function applyWrite(org: Org, { kind, id, values: given }: Transaction['writes'][number]): void {
    if (kind === 'remove') org.records.remove('Contact', id);
    else org.records.put('Contact', { Id: id, ...given });
}
