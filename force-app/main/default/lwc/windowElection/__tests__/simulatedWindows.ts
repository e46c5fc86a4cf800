import {
    type ElectionChannel,
    type ElectionMessage,
    type PageReaction,
    type WindowElection,
    createWindowElection
} from 'c/windowElection';

/** How slow a browser may make the timers of a hidden window: they run on the full second only. */
const THROTTLED_TO_MS = 1_000;
/** How often a slowed-down timer looks whether its window is slowed down still. */
const GLANCE_MS = 50;

interface Task {
    readonly atMs: number;
    readonly order: number;
    readonly run: () => void;
}

/** A window of the simulation. */
export interface SimulatedWindow {
    attention: number;
    isThrottled: boolean;
    readonly isAlive: boolean;
    readonly leads: boolean;
    /** Every change of its leading. */
    readonly changes: readonly boolean[];
    /** Tells the election that the agent looks here now. */
    attend(attention: number): void;
    putAside(): void;
    comeBack(): void;
    close(): void;
    /** Gone without a word. */
    crash(): void;
    /** Reads no message and minds no timer for so long. */
    beBusy(durationMs: number): void;
}

/** Windows with a channel between them and a clock that the test turns. @param delayMs of one message */
export function simulateWindows(delayMs: () => number, random: () => number) {
    const windows: SimulatedWindow[] = [];
    const tasks = new Set<Task>();
    const members = new Set<(message: ElectionMessage) => void>();
    /** When the latest message from one member to another arrives: the channel keeps their order. */
    const arrivals = new Map<string, number>();
    const posted: ElectionMessage[] = [];
    let nowMs = 0;
    let order = 0;

    function at(atMs: number, run: () => void): void {
        order += 1;
        tasks.add({ atMs, order, run });
    }

    function nextTask(): Task | undefined {
        let first: Task | undefined;
        for (const task of tasks)
            if (!first || task.atMs < first.atMs || (task.atMs === first.atMs && task.order < first.order))
                first = task;
        return first;
    }

    function openChannel(isAlive: () => boolean, busyUntilMs: () => number): ElectionChannel {
        order += 1;
        const name = `channel ${order}`;
        const receive = (message: ElectionMessage): void => {
            if (nowMs < busyUntilMs()) at(busyUntilMs(), () => receive(message));
            else if (isAlive() && members.has(receive)) channel.onmessage?.({ data: message } as MessageEvent);
        };
        const channel: ElectionChannel = {
            onmessage: null,
            postMessage(message) {
                posted.push(message);
                for (const other of members) {
                    if (other === receive) continue;
                    const key = `${name} to ${nameOf(other)}`;
                    const arrivalMs = Math.max(nowMs + delayMs(), arrivals.get(key) ?? 0);
                    arrivals.set(key, arrivalMs);
                    at(arrivalMs, () => other(structuredClone(message)));
                }
            },
            close: () => members.delete(receive)
        };
        members.add(receive);
        return channel;
    }

    const names = new WeakMap<object, number>();
    function nameOf(member: object): number {
        if (!names.has(member)) names.set(member, (order += 1));
        return names.get(member)!;
    }

    function open({ attention = 0, isThrottled = false } = {}): SimulatedWindow {
        const changes: boolean[] = [];
        let reaction: PageReaction | null = null;
        let election: WindowElection | null = null;
        let isAlive = true;
        let busyUntilMs = 0;
        const simulated: SimulatedWindow = {
            attention,
            isThrottled,
            changes,
            get isAlive() {
                return isAlive;
            },
            get leads() {
                return isAlive && (election?.isLeader ?? changes.at(-1) ?? false);
            },
            attend(next) {
                simulated.attention = next;
                if (isAlive) reaction?.attend();
            },
            putAside: () => isAlive && reaction?.leave(),
            comeBack: () => isAlive && reaction?.rejoin(),
            close() {
                if (isAlive) election?.close();
                isAlive = false;
            },
            crash() {
                isAlive = false;
            },
            beBusy(durationMs) {
                busyUntilMs = nowMs + durationMs;
            }
        };
        election = createWindowElection({
            userId: '005',
            onChange: (isLeader) => changes.push(isLeader),
            openChannel: () =>
                openChannel(
                    () => isAlive,
                    () => busyUntilMs
                ),
            attention: () => simulated.attention,
            random,
            watch(watched) {
                reaction = watched;
                return () => {
                    reaction = null;
                };
            },
            schedule(callback, delay) {
                let isCancelled = false;
                const run = (): void => {
                    const isLate = simulated.isThrottled && nowMs % THROTTLED_TO_MS !== 0;
                    const fullSecondMs = Math.ceil(nowMs / THROTTLED_TO_MS) * THROTTLED_TO_MS;
                    if (nowMs < busyUntilMs) at(busyUntilMs, run);
                    else if (isLate) at(Math.min(nowMs + GLANCE_MS, fullSecondMs), run);
                    else if (isAlive && !isCancelled) callback();
                };
                at(nowMs + delay, run);
                return () => {
                    isCancelled = true;
                };
            }
        });
        windows.push(simulated);
        return simulated;
    }

    return {
        windows,
        posted,
        open,
        get nowMs() {
            return nowMs;
        },
        get leaders(): SimulatedWindow[] {
            return windows.filter(({ leads }) => leads);
        },
        at,
        /** Runs what falls due until then, in order. @param observe called whenever time has passed or something has happened */
        runUntil(untilMs: number, observe: (fromMs: number, toMs: number) => void = () => undefined): void {
            for (let next = nextTask(); next && next.atMs <= untilMs; next = nextTask()) {
                tasks.delete(next);
                observe(nowMs, next.atMs);
                nowMs = Math.max(nowMs, next.atMs);
                next.run();
            }
            observe(nowMs, untilMs);
            nowMs = untilMs;
        }
    };
}
