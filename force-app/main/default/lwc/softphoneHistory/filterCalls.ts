import type { CallView } from 'bridge/contract';
import { callerName, resultText } from 'c/callFormat';

interface Haystack {
    readonly text: string;
    /** The digits of the number, those of the protocol; nothing is found across both. */
    readonly digits: string;
}

/** A call never changes: another view of it is another object. */
const haystacks = new WeakMap<CallView, Haystack>();

/** Without accents and case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function haystackOf(call: CallView): Haystack {
    const known = haystacks.get(call);
    if (known) return known;
    const { number, numberDisplay, announcedName, protocol, queue } = call;
    const words = [callerName(call), announcedName, numberDisplay, number, protocol, queue, resultText(call)];
    const haystack = {
        text: plain(words.filter(Boolean).join('\n')),
        digits: [number ?? '', numberDisplay ?? '', protocol].map(digitsOf).join('\n')
    };
    haystacks.set(call, haystack);
    return haystack;
}

/**
 * The calls in which each word of the text is found: in number, name, protocol, queue or result, whatever the accents
 * and case. A number is found by its digits, in whatever way they are grouped.
 */
export function filterCalls(calls: readonly CallView[], text: string): readonly CallView[] {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const digits = digitsOf(text);
    const isNumber = digits !== '' && !/\p{L}/u.test(text);
    if (!isNumber && words.length === 0) return calls;
    return calls.filter((call) => {
        const haystack = haystackOf(call);
        return (isNumber && haystack.digits.includes(digits)) || words.every((word) => hasWord(haystack, word));
    });
}

function hasWord({ text, digits }: Haystack, word: string): boolean {
    if (text.includes(word)) return true;
    const wordDigits = digitsOf(word);
    return wordDigits !== '' && !/\p{L}/u.test(word) && digits.includes(wordDigits);
}
