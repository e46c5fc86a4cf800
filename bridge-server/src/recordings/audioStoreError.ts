/**
 * - `disk-full`: there is no room, or the quota is used up
 * - `store-unwritable`: the store's folder cannot be used, such as for its permissions or a broken disk
 */
export type AudioStoreErrorCode = 'disk-full' | 'store-unwritable';

/** The bridge's own store failed, not the source. */
export class AudioStoreError extends Error {
    override readonly name = 'AudioStoreError';
    readonly code: AudioStoreErrorCode;

    constructor(code: AudioStoreErrorCode, message: string, options?: ErrorOptions) {
        super(message, options);
        this.code = code;
    }
}

/** A name that would lead out of the store's folder. */
export class OutsideStoreError extends Error {
    override readonly name = 'OutsideStoreError';
}

/** Somebody else began the same recording anew meanwhile. */
export class PartTakenError extends Error {
    override readonly name = 'PartTakenError';
}

const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** Does something with the store's files. Throws AudioStoreError for whatever the file system throws. */
export async function inStore<T>(task: () => Promise<T>): Promise<T> {
    try {
        return await task();
    } catch (error) {
        const code = codeOf(error);
        if (code === undefined || error instanceof AudioStoreError) throw error;
        throw NO_ROOM.has(code)
            ? new AudioStoreError('disk-full', `No room in the store of recordings (${String(code)})`, { cause: error })
            : new AudioStoreError('store-unwritable', `The store of recordings failed (${String(code)})`, {
                  cause: error
              });
    }
}

/** Of an error of the file system. */
export const codeOf = (error: unknown): unknown =>
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
