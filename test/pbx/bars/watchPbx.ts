import pino from 'pino';
import { AmiConnection } from '../../../bridge-server/src/telephony/asterisk/amiConnection.ts';
import { type AmiMessage, fieldOf } from '../../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import type { Asterisk } from '../asterisk/startAsterisk.ts';

/** What the PBX itself says of when something happened. */
export interface PbxClock {
    /**
     * Resolves, to milliseconds since 1970 with fractions, with the first event from now on of which the condition holds.
     * Rejects after 5 s.
     */
    next(name: string, condition: (message: AmiMessage) => boolean): Promise<number>;
    /** Told every event, with its time. */
    onEvent(listener: (message: AmiMessage, atMs: number) => void): void;
    close(): void;
}

const LIMIT_MS = 5_000;

/** A second listener at the PBX, beside the bridge. */
export async function watchPbx(pbx: Asterisk): Promise<PbxClock> {
    const listeners = new Set<(message: AmiMessage, atMs: number) => void>();
    const connection = await AmiConnection.open({
        host: pbx.host,
        port: pbx.amiPort,
        username: 'bridge',
        secret: pbx.amiSecret,
        log: pino({ level: 'silent' }),
        onEvent(message) {
            const atMs = Number(fieldOf(message, 'Timestamp')) * 1000;
            for (const listener of listeners) listener(message, atMs);
        }
    });
    return {
        next(name, condition) {
            const { promise, resolve, reject } = Promise.withResolvers<number>();
            const listener = (message: AmiMessage, atMs: number) => {
                if (fieldOf(message, 'Event') === name && condition(message)) resolve(atMs);
            };
            listeners.add(listener);
            const limit = setTimeout(
                () => reject(new Error(`The PBX told no ${name} within ${LIMIT_MS} ms.`)),
                LIMIT_MS
            );
            return promise.finally(() => {
                clearTimeout(limit);
                listeners.delete(listener);
            });
        },
        onEvent: (listener) => void listeners.add(listener),
        close: () => connection.close()
    };
}
