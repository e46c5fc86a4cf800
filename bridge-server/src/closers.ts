import type { Logger } from 'pino';

/** What was opened, to be closed in the opposite order; one that cannot be closed does not keep the others open. */
export function createClosers(log: Logger) {
    const closers: { readonly name: string; readonly close: () => Promise<void> }[] = [];
    return {
        add: (name: string, close: () => Promise<void>): void => void closers.push({ name, close }),

        async closeAll(): Promise<void> {
            for (const { name, close } of closers.splice(0).toReversed()) {
                await close().catch((error: unknown) =>
                    log.error({ err: error, part: name }, 'A part could not be closed')
                );
            }
        }
    };
}

export type Closers = ReturnType<typeof createClosers>;
