import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';

/** Numbers that look drawn at random and are the same each time for the same seed. */
export interface Random {
    /** From `least` up to, not including, `most`. */
    between(least: number, most: number): number;
    /** A whole number from `least` up to and including `most`. */
    whole(least: number, most: number): number;
    chance(probability: number): boolean;
    pick<T>(items: readonly T[]): T;
    /** One of the keys, the more often the greater its weight. */
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
    shuffled<T>(items: readonly T[]): T[];
}

/** @param stream each part of a drill draws from a stream of its own, so that the pace of one changes no other */
export function createRandom(seed: number, stream: string): Random {
    const next = pseudoRandom(hashText(`${seed} ${stream}`));
    const between = (least: number, most: number) => least + next() * (most - least);
    const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
    const pick = <T>(items: readonly T[]): T => {
        const item = items[whole(0, items.length - 1)];
        if (item === undefined) throw new Error('There is nothing to pick from.');
        return item;
    };
    return {
        between,
        whole,
        pick,
        chance: (probability) => next() < probability,
        weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
            const entries = Object.entries(weights) as [Key, number][];
            let rest = between(
                0,
                entries.reduce((sum, [, weight]) => sum + weight, 0)
            );
            for (const [key, weight] of entries) if ((rest -= weight) < 0) return key;
            return pick(entries)[0];
        },
        shuffled<T>(items: readonly T[]): T[] {
            const left = [...items];
            return items.map(() => left.splice(whole(0, left.length - 1), 1)[0] as T);
        }
    };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bits. */
const hashText = (text: string): number =>
    [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), FNV_PRIME), FNV_OFFSET) >>> 0;
