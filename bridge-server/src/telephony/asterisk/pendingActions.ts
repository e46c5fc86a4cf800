import { randomUUID } from 'node:crypto';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { AmiRefused, AmiUnreachable } from './amiError.ts';

interface Pending {
    readonly items: AmiMessage[];
    readonly isOver: (message: AmiMessage) => boolean;
    readonly settle: (outcome: AmiMessage[] | Error) => void;
}

/** An event may have a `Response`, too: OriginateResponse says how a call came out that was asked for long before. */
const isResponse = (message: AmiMessage): boolean =>
    Object.hasOwn(message, 'Response') && !Object.hasOwn(message, 'Event');
const isComplete = (message: AmiMessage): boolean => fieldOf(message, 'EventList').toLowerCase() === 'complete';

/** The actions that wait for their answer. Each ends by its answer, its deadline, or the end of the connection. */
export class PendingActions {
    readonly #pending = new Map<string, Pending>();
    /** Announcements of other bridges carry the id that those gave them. */
    readonly #name = `bridge-${randomUUID()}`;
    #lastId = 0;

    /**
     * @param kind a response is one message; a list is all its events up to the one that completes it
     * @returns the ActionID to send, and what came of it. Rejects with AmiRefused or AmiUnreachable.
     */
    open(kind: 'response' | 'list', deadlineMs: number): { id: string; outcome: Promise<AmiMessage[]> } {
        const id = `${this.#name}-${(this.#lastId += 1)}`;
        const outcome = new Promise<AmiMessage[]>((resolve, reject) => {
            const late = () => settle(new AmiUnreachable(`the PBX did not answer within ${deadlineMs} ms`));
            const timer = setTimeout(late, deadlineMs);
            const settle = (result: AmiMessage[] | Error) => {
                clearTimeout(timer);
                this.#pending.delete(id);
                if (result instanceof Error) reject(result);
                else resolve(result);
            };
            this.#pending.set(id, { items: [], isOver: kind === 'list' ? isComplete : isResponse, settle });
        });
        return { id, outcome };
    }

    /** Takes a message that answers an action; false when it answers none. */
    take(message: AmiMessage): boolean {
        const pending = this.#pending.get(fieldOf(message, 'ActionID'));
        if (!pending) return isResponse(message);
        if (fieldOf(message, 'Response') === 'Error') {
            pending.settle(new AmiRefused(fieldOf(message, 'Message') || 'the PBX refused the action'));
            return true;
        }
        pending.items.push(message);
        if (pending.isOver(message)) pending.settle(pending.items);
        return true;
    }

    failAll(reason: Error): void {
        for (const { settle } of [...this.#pending.values()]) settle(reason);
    }
}
