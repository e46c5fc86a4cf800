import type { AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import { AmiConnection } from '../../src/telephony/asterisk/amiConnection.ts';
import { createLogger } from '../../src/logger.ts';
import type { AmiLogin } from './doctorInput.ts';
import type { Pbx } from './pbxPort.ts';

export interface OpenPbx extends Pbx {
    close(): Promise<void>;
}

/** Logs in to the PBX. Rejects with AmiRefused or AmiUnreachable. */
export async function openPbx(login: AmiLogin): Promise<OpenPbx> {
    const listeners = new Set<(message: AmiMessage) => void>();
    const connection = await AmiConnection.open({
        ...login,
        log: createLogger('silent'),
        onEvent: (message) => listeners.forEach((listen) => listen(message))
    });
    return {
        ask: (action) => connection.request(action),
        list: (action) => connection.list(action),
        nextEvent: (isMeant, withinMs) =>
            new Promise((resolve) => {
                const settle = (message: AmiMessage | null) => {
                    clearTimeout(timer);
                    listeners.delete(listen);
                    resolve(message);
                };
                const listen = (message: AmiMessage) => void (isMeant(message) && settle(message));
                const timer = setTimeout(() => settle(null), withinMs);
                listeners.add(listen);
            }),
        async close() {
            connection.close();
            await connection.closed;
        }
    };
}
