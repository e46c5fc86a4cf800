import type { Logger } from 'pino';
import type { AudioStoreErrorCode } from '../audioStoreError.ts';

/** Says once that the store cannot be written to, with what to do, and once that it can again. */
export function createStoreTrouble(log: Logger) {
    let known: AudioStoreErrorCode | null = null;

    return {
        began(code: AudioStoreErrorCode, cause: unknown): void {
            if (code === known) return;
            known = code;
            if (code === 'disk-full')
                log.error(
                    { code, err: cause },
                    'The disk of the recordings is full: make room there, or move RECORDING_STORE_DIR to a larger disk. They wait until then'
                );
            else
                log.error(
                    { code, err: cause },
                    'The folder of the recordings cannot be written to: see that RECORDING_STORE_DIR belongs to the user of the bridge and that its disk is sound. They wait until then'
                );
        },

        /** A copy was stored. */
        over(): void {
            if (known === null) return;
            known = null;
            log.info('Recordings are stored again');
        }
    };
}
