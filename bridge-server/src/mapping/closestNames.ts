import { distance } from 'fastest-levenshtein';

/** Something that a person may have meant: what a program calls it, and how people read it. */
export interface NamedThing {
    readonly name: string;
    readonly label?: string;
}

const MOST_SUGGESTED = 3;
/** What is unlike the wanted name in more than this part of its letters was hardly meant. */
const UNLIKE = 0.5;
/** One name within the other (`Protocolo` in `Protocolo de atendimento`) counts this much less than its missing letters. */
const CONTAINED = 0.5;
const CUSTOM_SUFFIX = /__c$/i;

/** The names that come closest to the wanted one, by their own spelling or by their label's, the closest first. */
export function closestNames(wanted: string, things: readonly NamedThing[]): string[] {
    return things
        .map((thing) => ({ name: thing.name, unlike: unlikeness(wanted, thing) }))
        .filter(({ unlike }) => unlike <= UNLIKE)
        .sort((a, b) => a.unlike - b.unlike)
        .slice(0, MOST_SUGGESTED)
        .map(({ name }) => name);
}

/** From 0, the same but for case, accents and punctuation, to 1, nothing in common. */
function unlikeness(wanted: string, { name, label }: NamedThing): number {
    const spellings = label === undefined ? [name] : [name, label];
    return Math.min(...spellings.map((spelling) => compare(lettersOf(wanted), lettersOf(spelling))));
}

function compare(a: string, b: string): number {
    const longest = Math.max(a.length, b.length);
    if (longest === 0 || a.length === 0 || b.length === 0) return 1;
    const isWithin = a.includes(b) || b.includes(a);
    return (distance(a, b) / longest) * (isWithin ? CONTAINED : 1);
}

const lettersOf = (spelling: string): string =>
    spelling
        .replace(CUSTOM_SUFFIX, '')
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '');
