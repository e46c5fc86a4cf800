import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fieldOf } from '../../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { createNoise, createWaveAudio } from '../../recordings/waveAudio.ts';
import type { Ledger, LedgerRecording } from '../ledger.ts';
import { createRandom } from '../random.ts';
import type { PlannedCall } from './callCentre.ts';

type Told = Omit<LedgerRecording, 'sha256'>;

/** Where the telephony side leaves its recordings. */
export interface RecordingSpool {
    /** Resolves once the audio lies there and the ledger knows it. */
    bring(recording: Told, ledger: Ledger): Promise<void>;
}

/** Which recordings the telephony side tells of in a call. */
export function recordingsToldBy({ side, call }: PlannedCall): Told[] {
    const callId = call.entry.id;
    if (side === 'webhook')
        return call.tellings.flatMap(({ event, isRepeat }) =>
            event.type === 'recordingReady' && !isRepeat
                ? [{ callId, name: event.name, format: event.format, isSurelyTold: true }]
                : []
        );
    return call.messages.flatMap(({ message }) =>
        fieldOf(message, 'UserEvent') === 'RecordingReady'
            ? [{ callId, name: fieldOf(message, 'Name'), format: fieldOf(message, 'Format'), isSurelyTold: false }]
            : []
    );
}

interface SpoolOptions {
    readonly folder: string;
    readonly seed: number;
    readonly signal: AbortSignal;
}

const LEAST_BYTES = 10_000;
const MOST_BYTES = 1_000_000;
/** Some audio comes late, also after it was told of. */
const SHARE_LATE = 0.3;
const LATEST_MS = 12_000;
const PLACES = 5_000;

/** How long each recording is, and when it comes, follows from the seed. */
export function createRecordingSpool({ folder, seed, signal }: SpoolOptions): RecordingSpool {
    const noise = createNoise(MOST_BYTES + 2 * PLACES);
    return {
        async bring(recording, ledger) {
            const { name, format } = recording;
            const random = createRandom(seed, `recording ${name}`);
            const bytes = 2 * random.whole(LEAST_BYTES / 2, MOST_BYTES / 2);
            const audio = createWaveAudio(noise, 2 * random.whole(0, PLACES), bytes);
            ledger.recordings.push({ ...recording, sha256: audio.sha256 });
            if (random.chance(SHARE_LATE)) await wait(random.between(0, LATEST_MS), undefined, { signal });
            await writeFile(join(folder, `${name}.${format}`), audio.slice(0, bytes));
        }
    };
}
