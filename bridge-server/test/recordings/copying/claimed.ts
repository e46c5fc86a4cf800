import { createHash, randomUUID } from 'node:crypto';
import type { ClaimedRecording } from '../../../src/calls/recording.ts';

/** A recording that is claimed for the first time, told a second ago. */
export const claimedOf = (changes: Partial<ClaimedRecording> = {}): ClaimedRecording => ({
    id: randomUUID(),
    callId: 'test:1',
    part: 1,
    name: 'recording',
    format: 'ogg',
    url: null,
    attempt: 1,
    lease: 'lease',
    partial: null,
    day: '2026-11-23',
    ageMs: 1_000,
    ...changes
});

export const sha256Of = (audio: Uint8Array): string => createHash('sha256').update(audio).digest('hex');

/** Bytes without any pattern that a mistake could hide in. */
export function audioOf(length: number, seed = 1): Buffer {
    const audio = Buffer.alloc(length);
    for (let at = 0, state = seed; at < length; at++) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        audio[at] = state >> 16;
    }
    return audio;
}
