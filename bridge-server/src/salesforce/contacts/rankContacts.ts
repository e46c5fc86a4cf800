import { readPhoneNumbers } from '../../calls/phoneNumber.ts';
import type { Candidate } from '../../contract/agentApi.ts';
import { type Found, KIND_RANK, personAccountsFirst } from '../caller/candidates.ts';
import { canonicalTaxId, type Wanted } from './searchText.ts';

/** Of those that a search found, whom the agent looks for: each once, the best first. */
export function rankContacts(found: readonly Found[], wanted: Wanted, limit: number): Candidate[] {
    const matched = new Map<string, Candidate>();
    // persons first: where a search gives a person account's contact too, it is the same candidate
    for (const each of found.toSorted(personAccountsFirst)) {
        const candidate = matchOf(each, wanted);
        if (candidate && !matched.has(candidate.id)) matched.set(candidate.id, candidate);
    }
    const ranked = [...matched.values()].map((candidate) => ({
        candidate,
        rank: nameRank(candidate.name, wanted.words)
    }));
    return ranked
        .toSorted((a, b) => a.rank - b.rank || inOrder(a.candidate, b.candidate))
        .slice(0, limit)
        .map(({ candidate }) => candidate);
}

/** Null for who was found by another number than the one that was looked for. */
function matchOf({ candidate, phones }: Found, wanted: Wanted): Candidate | null {
    const first = phones[0] ?? null;
    if (wanted.words.length > 0) return { ...candidate, phone: first };
    const phone = phones.find((each) => hasNumber(each, wanted));
    if (phone !== undefined) return { ...candidate, phone };
    const isTaxId = wanted.taxId !== null && canonicalTaxId(candidate.taxId) === wanted.taxId;
    return isTaxId ? { ...candidate, phone: first } : null;
}

function hasNumber(phone: string, { numbers, subscriber }: Wanted): boolean {
    const known = readPhoneNumbers(phone).map(({ e164 }) => e164);
    if (known.some((e164) => numbers.includes(e164))) return true;
    return subscriber !== null && [...known, phone.replace(/\D/g, '')].some((digits) => digits.endsWith(subscriber));
}

/** 0: the whole name; 1: whole words of it; 2: beginnings of words; 3: Salesforce found it by something else. */
function nameRank(name: string, words: readonly string[]): number {
    const wanted = foldedWords(words.join(' '));
    const known = foldedWords(name);
    if (known.join(' ') === wanted.join(' ')) return 0;
    if (wanted.every((word) => known.includes(word))) return 1;
    return wanted.every((word) => known.some((each) => each.startsWith(word))) ? 2 : 3;
}

const foldedWords = (text: string): string[] =>
    text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);

const collator = new Intl.Collator('pt-BR');

const inOrder = (a: Candidate, b: Candidate): number =>
    KIND_RANK[a.kind] - KIND_RANK[b.kind] || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
