import { type ElectionChannel, type ElectionMessage, openBroadcastChannel } from './electionMessage';
import { type PageReaction, pageAttention, watchPage } from './watchPage';

export interface WindowElection {
    readonly isLeader: boolean;
    /** Leaves the other windows; another one leads at once. */
    close(): void;
}

export interface WindowElectionOptions {
    /** Told of each change. Where the browser has no channel between windows it is told before the election is there. */
    readonly onChange: (isLeader: boolean) => void;
    /** Only windows of one user elect a leader among them. An org has an origin of its own, which keeps orgs apart. */
    readonly userId: string;
    readonly openChannel?: (name: string) => ElectionChannel | null;
    /** Calls back once after `delayMs`, unless it is cancelled. */
    readonly schedule?: (callback: () => void, delayMs: number) => () => void;
    /** From 0 up to 1. */
    readonly random?: () => number;
    /** The more, the rather this window should lead. */
    readonly attention?: () => number;
    readonly watch?: (reaction: PageReaction) => () => void;
}

/** With the time for an answer below one second: so long at most does nobody lead after a leader's crash. */
const ASK_EVERY_MS = 300;
/** A leader that is busy for a moment should not be taken for dead. */
const ANSWER_WITHIN_MS = 400;
/** Lets one of several windows be the first: to ask, which spares the others, and to take over. */
const SPREAD_MS = 100;

/**
 * Elects one of an agent's windows: it alone rings and opens the Case.
 *
 * Followers ask whether the leader lives, and it answers from its message handler: browsers slow down the timers of a
 * hidden window, not its messages. So a leader has no timer that could be late, and a follower that is slow finds a
 * crash out later (up to two seconds where every window is hidden) but never takes over from a leader that answers.
 * Because the timer of the next question is set in a message handler, Chrome does not count it as one of a chain, which
 * it would run once a minute only.
 *
 * The window that the agent attends to should lead, because what it opens they see and what it plays the browser
 * permits: a leader that is asked by a window with more attention passes on to it. One that closes passes on to the
 * follower with the most.
 */
export function createWindowElection({
    onChange,
    userId,
    openChannel = openBroadcastChannel,
    schedule = startTimer,
    random = Math.random,
    attention = pageAttention,
    watch = watchPage
}: WindowElectionOptions): WindowElection {
    const id = random().toString(36);
    let channel: ElectionChannel | null = null;
    let isIn = false;
    let isLeader = false;
    let isAsking = false;
    let term = 0;
    let knownLeader = '';
    /** The attention of each follower, by its id; known to the leader. */
    let followers: Record<string, number> = {};
    let cancelTimer = (): void => undefined;

    function join(): void {
        if (isIn) return;
        isIn = true;
        channel = openChannel(`softphone.${userId}`);
        if (!channel) return change(true);
        channel.onmessage = ({ data }) => receive(data as ElectionMessage);
        ask();
    }

    function leave(): void {
        if (!isIn) return;
        isIn = false;
        stopWaiting();
        const wasLeader = isLeader;
        change(false);
        const heir = Object.keys(followers).sort((one, other) => followers[other]! - followers[one]!)[0];
        if (wasLeader && heir) channel?.postMessage({ type: 'pass', from: id, to: heir });
        channel?.postMessage({ type: 'bye', from: id });
        channel?.close();
        channel = null;
        followers = {};
        knownLeader = '';
    }

    function ask(): void {
        present();
        if (isAsking) return;
        wait(lead, ANSWER_WITHIN_MS);
        isAsking = true;
    }

    function present(): void {
        channel?.postMessage({ type: 'ask', from: id, attention: attention() });
    }

    function lead(): void {
        stopWaiting();
        followers = {};
        knownLeader = id;
        term += 1;
        claim();
        change(true);
    }

    function claim(): void {
        channel?.postMessage({ type: 'lead', from: id, term });
    }

    function passTo(heir: string): void {
        change(false);
        channel?.postMessage({ type: 'pass', from: id, to: heir });
        wait(ask, ASK_EVERY_MS);
    }

    function follow(leader: string): void {
        change(false);
        wait(ask, ASK_EVERY_MS);
        if (leader === knownLeader) return;
        knownLeader = leader;
        present();
    }

    function receive(message: ElectionMessage): void {
        switch (message.type) {
            case 'ask':
                if (!isLeader) return;
                followers[message.from] = message.attention;
                if (message.attention > attention()) passTo(message.from);
                else claim();
                return;
            case 'lead':
                return receiveClaim(message.from, message.term);
            case 'pass':
                if (message.to === id && !isLeader) lead();
                return;
            case 'bye':
                delete followers[message.from];
        }
    }

    function receiveClaim(from: string, claimedTerm: number): void {
        const isRight = !isLeader || claimedTerm > term || (claimedTerm === term && from < id);
        term = Math.max(term, claimedTerm);
        if (isRight) follow(from);
    }

    function wait(then: () => void, atLeastMs: number): void {
        stopWaiting();
        cancelTimer = schedule(then, atLeastMs + random() * SPREAD_MS);
    }

    function stopWaiting(): void {
        cancelTimer();
        isAsking = false;
    }

    function change(leads: boolean): void {
        if (leads === isLeader) return;
        isLeader = leads;
        onChange(leads);
    }

    function attend(): void {
        if (channel && !isLeader) ask();
    }

    const stopWatching = watch({ attend, leave, rejoin: join });
    join();
    return {
        get isLeader() {
            return isLeader;
        },
        close() {
            stopWatching();
            leave();
        }
    };
}

function startTimer(callback: () => void, delayMs: number): () => void {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
}
