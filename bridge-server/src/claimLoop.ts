import { setTimeout as wait } from 'node:timers/promises';

interface ClaimLoopOptions<Claimed> {
    /** Hands out at most so many that are due, each to one replica at a time. */
    readonly claim: (limit: number) => Promise<readonly Claimed[]>;
    /** Frees what dead replicas held. */
    readonly reap: () => Promise<unknown>;
    /** Never rejects: what came of it is stored by then. */
    readonly work: (claimed: Claimed) => Promise<void>;
    /** Never more than so many at once. */
    readonly concurrency: number;
    /** Lets fewer be claimed than there is room for, such as while the other side is away. */
    readonly allows?: (room: number, running: number) => number;
    /** When to look again, in milliseconds, whatever the poll does; null: the poll suffices. */
    readonly lookAgainInMs?: () => number | null;
    /** What is due cannot be read. Said once, until it can be read again. */
    readonly onUnreadable: (error: unknown) => void;
}

/** Catches what nobody told of: back-offs that are over, leases of replicas that died. */
const POLL_MS = 1_000;
const STOP_LIMIT_MS = 10_000;

/** Claims what is due and works on it, many at once, for as long as it runs. */
export function createClaimLoop<Claimed>({
    claim,
    reap,
    work,
    concurrency,
    allows = (room) => room,
    lookAgainInMs = () => null,
    onUnreadable
}: ClaimLoopOptions<Claimed>) {
    const running = new Set<Promise<void>>();
    let isStarted = false;
    let isStopping = false;
    let isUnreadable = false;
    let claiming: Promise<void> | null = null;
    let askedAgain = false;
    let poll: NodeJS.Timeout | undefined;
    let lookAgain: NodeJS.Timeout | undefined;

    const room = (): number => allows(concurrency - running.size, running.size);

    async function claimAll(): Promise<void> {
        do {
            askedAgain = false;
            const limit = room();
            if (limit <= 0) return;
            const claimed = await claim(limit);
            for (const one of claimed) begin(one);
            // where so many were due there may be more, and room for them again
            if (claimed.length >= limit) askedAgain = true;
        } while (askedAgain && !isStopping);
    }

    function begin(claimed: Claimed): void {
        const done = work(claimed).finally(() => {
            running.delete(done);
            if (running.size === concurrency - 1) kick();
        });
        running.add(done);
    }

    /** Looks for what is due now. Cheap, and safe to call at every event. */
    function kick(): void {
        if (!isStarted || isStopping) return;
        askedAgain = true;
        claiming ??= claimAll()
            .then(
                () => {
                    isUnreadable = false;
                },
                (error: unknown) => {
                    if (!isUnreadable) onUnreadable(error);
                    isUnreadable = true;
                }
            )
            .finally(() => {
                claiming = null;
                planNextLook();
                if (askedAgain && room() > 0) setImmediate(kick);
            });
    }

    function planNextLook(): void {
        const inMs = lookAgainInMs();
        clearTimeout(lookAgain);
        if (inMs !== null && !isStopping) lookAgain = setTimeout(kick, inMs);
    }

    async function tick(): Promise<void> {
        await reap().catch(() => undefined);
        kick();
        if (!isStopping) poll = setTimeout(() => void tick(), POLL_MS);
    }

    return {
        kick,
        /** Before that, nothing is claimed. */
        start(): void {
            if (isStopping || isStarted) return;
            isStarted = true;
            void tick();
        },
        /** Claims nothing more. Resolves once the work under way is done, or after ten seconds. */
        async stop(): Promise<void> {
            isStopping = true;
            clearTimeout(poll);
            clearTimeout(lookAgain);
            const finished = Promise.resolve(claiming).then(() => Promise.all(running));
            await Promise.race([finished, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
        }
    };
}

export type ClaimLoop = ReturnType<typeof createClaimLoop>;
