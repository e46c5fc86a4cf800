import { setTimeout as wait } from 'node:timers/promises';
import { API_VERSION } from '../../../bridge-server/src/salesforce/salesforceConnection.ts';
import type { Random } from '../random.ts';
import type { OrgAdministrator } from '../stack/orgAdministrator.ts';
import { BEYOND_DEADLINE_MS, planSpell, type SpellKind } from './spells.ts';

/** What merely took its time, and is not counted as a fault. */
export const SLOW = 'slow';

/** The org's good and bad moments, one spell after the other. */
export interface FaultWeather {
    /** How many requests of the bridge each kind of fault really struck. */
    readonly hits: ReadonlyMap<string, number>;
    /** Does something after which the org knows of no faults; what it had struck until then is counted. */
    whileForgotten<T>(act: () => Promise<T>): Promise<T>;
    /** Ends the weather, and resolves once the org answers as it should. */
    clear(): Promise<void>;
}

/** As the org tells of it. */
interface CountedFault {
    readonly effect: { readonly kind: string; readonly errorCode?: string };
    readonly delayMs: number;
    readonly struck: number;
}

interface WeatherOptions {
    readonly org: OrgAdministrator;
    readonly random: Random;
    readonly loadMs: number;
    readonly signal: AbortSignal;
}

/** Only the bridge speaks this version; the drill's own requests go unharmed. */
const BRIDGE_ONLY = { pathIncludes: `/v${API_VERSION}/` };
/** Requests that are held up beyond their deadline come early in the run, so that the run need not wait for them. */
const SHARE_WITH_HOLD_UPS = 0.6;

export function startFaultWeather({ org, random, loadMs, signal }: WeatherOptions): FaultWeather {
    const hits = new Map<string, number>();
    const ended = new AbortController();
    const beganMs = Date.now();
    let turn: Promise<unknown> = Promise.resolve();

    /** One after the other: faults are counted by whoever puts others in their place. */
    function inTurn<T>(act: () => Promise<T>): Promise<T> {
        const done = turn.then(act);
        turn = done.catch(() => undefined);
        return done;
    }

    async function countHits(): Promise<void> {
        const answer = (await org.control('GET', '/faults')) as {
            faults: CountedFault[];
            spent: CountedFault[];
        } | null;
        if (!answer) return;
        for (const { effect, delayMs, struck } of [...answer.faults, ...answer.spent]) {
            const name = nameOf(KIND_BY_CODE[effect.errorCode ?? ''] ?? effect.kind, delayMs);
            hits.set(name, (hits.get(name) ?? 0) + struck);
        }
        await org.control('DELETE', '/faults');
    }

    async function begin(kind: SpellKind): Promise<number> {
        const { faults, forMs } = planSpell(kind, random);
        for (const fault of faults) await org.control('POST', '/faults', { match: BRIDGE_ONLY, ...fault });
        return forMs;
    }

    async function change(): Promise<void> {
        let heldUp = 0;
        while (!ended.signal.aborted) {
            const mayHoldUp = Date.now() - beganMs < loadMs * SHARE_WITH_HOLD_UPS;
            // the first spell, so that even a short run has one
            const kind = heldUp === 0 ? 'holdUp' : random.weighted(mayHoldUp ? WITH_HOLD_UPS : WITHOUT);
            if (kind === 'holdUp') heldUp += 1;
            const forMs = await inTurn(async () => {
                await countHits();
                return begin(kind);
            });
            await wait(forMs, undefined, { signal: ended.signal });
        }
    }

    signal.addEventListener('abort', () => ended.abort(), { once: true });
    const changing = change().catch(() => undefined);
    return {
        hits,
        whileForgotten: (act) =>
            inTurn(async () => {
                await countHits();
                return act();
            }),
        async clear() {
            ended.abort();
            await changing;
            await inTurn(countHits);
        }
    };
}

const WITHOUT = { calm: 20, scattered: 45, storm: 20, slow: 10, refusedToken: 5, holdUp: 0 } as const;
const WITH_HOLD_UPS = { ...WITHOUT, holdUp: 4 } as const;

/** A delay that the bridge can wait for is no fault; it is told apart. */
function nameOf(kind: string, delayMs: number): string {
    if (kind !== 'delay' && kind !== 'delayAnswer') return kind;
    return delayMs < BEYOND_DEADLINE_MS ? SLOW : kind === 'delay' ? 'heldUp' : 'answerHeldUp';
}

const KIND_BY_CODE: Readonly<Record<string, string>> = {
    INVALID_SESSION_ID: 'expiredSession',
    REQUEST_LIMIT_EXCEEDED: 'requestLimitExceeded',
    UNABLE_TO_LOCK_ROW: 'rowLocked',
    UNKNOWN_EXCEPTION: 'serverError',
    SERVER_UNAVAILABLE: 'serverUnavailable'
};
