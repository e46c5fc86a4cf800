import pino from 'pino';
import type { Availability } from '../../src/agents/presenceTeller.ts';
import type { PresenceRules } from '../../src/agents/presenceKeeper.ts';
import { createPresences, type Presences } from '../../src/agents/presences.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import type { CallEvent } from '../../src/contract/callEvent.ts';
import type { Presence } from '../../src/contract/presence.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { openTestStore } from './testDatabase.ts';

export const ANA: Agent = { userId: '005A', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
export const BRUNO: Agent = { userId: '005B', name: 'Bruno Lima', extension: '1002', timeZone: 'America/Sao_Paulo' };

export const RULES: PresenceRules = {
    pauseReasons: ['Almoço', 'Reunião'],
    wrapUpSeconds: 60,
    autoPauseAfterMissed: 3
};

/** A replica of the bridge as far as presences are concerned. */
export interface PresenceReplica extends Presences {
    readonly store: Store;
    /** What the telephony side was told, in its order, such as `1001 paused Almoço`. */
    readonly told: readonly string[];
    /** What this replica's softphones were told of each agent, in its order. */
    readonly heard: readonly { extension: string; presence: Presence }[];
    /** Stores the events as they come from a telephony side. */
    record(...events: CallEvent[]): Promise<void>;
    close(): Promise<void>;
}

export async function startPresenceReplica(
    address: DatabaseAddress,
    now: () => string,
    options: { rules?: Partial<PresenceRules>; tell?: () => Promise<void> } = {}
): Promise<PresenceReplica> {
    const store = await openTestStore(address);
    const told: string[] = [];
    const heard: { extension: string; presence: Presence }[] = [];
    const presences = createPresences({
        store: store.presences,
        async tell(extension, availability: Availability) {
            await options.tell?.();
            const reason = 'reason' in availability ? ` ${availability.reason}` : '';
            told.push(`${extension} ${availability.state}${reason}`);
        },
        rules: { ...RULES, ...options.rules },
        now: () => new Date(now()),
        onChanged: (extension, presence) => void heard.push({ extension, presence }),
        log: pino({ level: 'silent' })
    });
    const stopFollowing = await store.followChanges({
        onChange: () => undefined,
        onPresence: ({ extension, version }) => void presences.presenceNoticed(extension, version),
        onLost: () => undefined
    });
    await presences.start();
    return {
        ...presences,
        store,
        told,
        heard,
        async record(...events) {
            for (const event of events) {
                const outcome = await store.recordEvent(event);
                if (outcome.kind === 'stored') await presences.callChanged(outcome.stored.call);
            }
        },
        async close() {
            await stopFollowing();
            await presences.stop();
            await store.close();
        }
    };
}
