import type { Logger } from 'pino';
import type { AsteriskConfig } from './asteriskConfig.ts';
import type { Metrics } from './metrics.ts';
import { createCallLogTable } from './store/callLogTable.ts';
import type { Store } from './store/openStore.ts';
import { createAriClient } from './telephony/asterisk/ari/ariClient.ts';
import { createAsteriskAdapter } from './telephony/asterisk/asteriskAdapter.ts';
import type { CallLog } from './telephony/asterisk/callLog/callLog.ts';
import { createCelFile } from './telephony/asterisk/callLog/celFile.ts';
import { createCelTable } from './telephony/asterisk/callLog/celTable.ts';
import type { TelephonyAdapter } from './telephony/telephonyAdapter.ts';

interface AsteriskSurroundings {
    readonly store: Pick<Store, 'lastSeen' | 'storedKeys' | 'noteKnownUntil'>;
    readonly metrics: Metrics;
    readonly log: Logger;
}

/** The Asterisk of the configuration, with its REST interface and its log of calls where it has them. */
export function createAsteriskSide(
    config: AsteriskConfig,
    { store, metrics, log }: AsteriskSurroundings
): TelephonyAdapter {
    const callLog = openCallLog(config.callLog, log);
    return createAsteriskAdapter({
        ...config,
        ari: config.ari && createAriClient({ ...config.ari, log, maxBackoffMs: config.maxBackoffMs }),
        missed: callLog && {
            callLog,
            lastSeen: store.lastSeen,
            storedKeys: store.storedKeys,
            noteKnownUntil: store.noteKnownUntil
        },
        log,
        countIgnored: metrics.eventIgnored
    });
}

function openCallLog(config: AsteriskConfig['callLog'], log: Logger): CallLog | null {
    switch (config?.kind) {
        case undefined:
            return null;
        case 'file':
            return createCelFile({ path: config.path, log });
        case 'table': {
            const { since } = createCallLogTable({ connectionString: config.databaseUrl, table: config.table });
            return createCelTable({ rowsSince: since, log });
        }
    }
}
