import { createHash, timingSafeEqual } from 'node:crypto';
import { RequestRefused } from '../contract/requestRefused.ts';

interface AdminGateOptions {
    /** Null: nobody is let in. */
    readonly token: string | null;
    /** Milliseconds. */
    readonly now: () => number;
}

/** Throws RequestRefused (404, 401, 429). */
export type PassAdminGate = (bearer: string | null, address: string) => void;

const WINDOW_MS = 60_000;
/** Typing errors pass; guessing 32 characters at this pace does not. */
const MAX_WRONG_PER_WINDOW = 10;
/** Addresses that are counted at once; beyond that, all others count as one. */
const MAX_ADDRESSES = 10_000;
const OTHERS = 'others';

/** Lets in who brings the token of those who run the bridge, and slows down who guesses it. */
export function createAdminGate({ token, now }: AdminGateOptions): PassAdminGate {
    const expected = token === null ? null : fingerprint(token);
    let windowEndsAt = 0;
    let wrong = new Map<string, number>();

    return (bearer, address) => {
        if (!expected) {
            throw new RequestRefused(
                404,
                'The bridge has no ADMIN_TOKEN, so nobody may ask this. Set it to at least 32 random characters, such as those of `openssl rand -base64 32`, and start the bridge anew.',
                { name: 'admin-off' }
            );
        }
        if (now() >= windowEndsAt) {
            windowEndsAt = now() + WINDOW_MS;
            wrong = new Map();
        }
        const from = wrong.has(address) || wrong.size < MAX_ADDRESSES ? address : OTHERS;
        const wrongSoFar = wrong.get(from) ?? 0;
        if (wrongSoFar >= MAX_WRONG_PER_WINDOW) {
            const seconds = Math.ceil((windowEndsAt - now()) / 1000);
            throw new RequestRefused(429, `Too many wrong tokens came from here. Try again in ${seconds} s.`);
        }
        // hashes have one length, so that comparing them tells nothing about the token's
        if (bearer !== null && timingSafeEqual(fingerprint(bearer), expected)) return;
        wrong.set(from, wrongSoFar + 1);
        throw new RequestRefused(401, "Send the bridge's ADMIN_TOKEN as Authorization: Bearer.");
    };
}

const fingerprint = (text: string): Buffer => createHash('sha256').update(text).digest();
