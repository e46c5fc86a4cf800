import { createHash } from 'node:crypto';
import { RequestRefused } from '../contract/requestRefused.ts';

/** Longer than any softphone goes on trying. */
const KEPT_MS = 120_000;
/** Some five megabytes; when there are more, the oldest are forgotten. */
const MAX_KEPT = 20_000;

interface Given {
    readonly digest: string;
    readonly forgottenAt: number;
    readonly result: Promise<unknown>;
}

interface CommandOnceOptions {
    /** Milliseconds that only ever grow. */
    readonly now: () => number;
    readonly maxKept?: number;
}

/**
 * Carries out a command that is sent again, because its answer was lost, once: whoever repeats it within two minutes
 * gets the result of the first, also while that one is under way. Two agents may use the same id.
 *
 * @param asked what the command asks for
 * @throws RequestRefused 422 `idempotency-key-reused` when the agent asked for something else under this id
 */
export type CommandOnce = <Result>(
    agent: string,
    commandId: string,
    asked: object,
    carryOut: () => Promise<Result>
) => Promise<Result>;

export function createCommandOnce({ now, maxKept = MAX_KEPT }: CommandOnceOptions): CommandOnce {
    /** The oldest first. */
    const given = new Map<string, Given>();

    function forget(): void {
        for (const [key, { forgottenAt }] of given) {
            if (forgottenAt > now() && given.size < maxKept) return;
            given.delete(key);
        }
    }

    return async <Result>(
        agent: string,
        commandId: string,
        asked: object,
        carryOut: () => Promise<Result>
    ): Promise<Result> => {
        const key = `${agent} ${commandId}`;
        const digest = createHash('sha256').update(JSON.stringify(asked)).digest('base64');
        const before = given.get(key);
        if (before && before.forgottenAt > now()) {
            if (before.digest !== digest) throw keyReused();
            return before.result as Promise<Result>;
        }
        given.delete(key);
        forget();
        const result = carryOut();
        given.set(key, { digest, forgottenAt: now() + KEPT_MS, result });
        return result;
    };
}

const keyReused = (): RequestRefused =>
    new RequestRefused(422, 'This Idempotency-Key was sent with another command. Make a new one for each command.', {
        name: 'idempotency-key-reused'
    });
