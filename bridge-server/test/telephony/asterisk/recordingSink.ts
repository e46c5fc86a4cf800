import { EventEmitter, once } from 'node:events';
import type { SnapshotCall } from '../../../src/calls/reconcileSnapshot.ts';
import type { CallEvent } from '../../../src/contract/callEvent.ts';
import type { TelephonySink } from '../../../src/telephony/telephonyAdapter.ts';
import { tell } from './tellStory.ts';

/** A sink that remembers what it was handed, and that a test can make slow, or refuse. */
export class RecordingSink extends EventEmitter<{ change: [] }> implements TelephonySink {
    readonly events: CallEvent[] = [];
    readonly snapshots: (readonly SnapshotCall[])[] = [];
    readonly takenAt: string[] = [];
    /** How often something was handed over, and how often in vain. */
    attempts = 0;
    refusals = 0;
    #obstacle: () => Promise<void> = () => Promise.resolve();

    /** In the order of arrival, snapshots included. */
    readonly story: string[] = [];

    async event(event: CallEvent): Promise<void> {
        await this.#pass();
        this.events.push(event);
        this.#note(tell(event));
    }

    async snapshot(_source: string, calls: readonly SnapshotCall[], takenAt?: string): Promise<void> {
        await this.#pass();
        if (takenAt !== undefined) this.takenAt.push(takenAt);
        this.snapshots.push(calls);
        this.#note(`snapshot of ${calls.length}`);
    }

    /** Until it is called again, everything handed over first passes this. */
    obstruct(obstacle: () => Promise<void>): void {
        this.#obstacle = obstacle;
    }

    /** Resolves once the condition holds. */
    async until(condition: (sink: this) => boolean): Promise<void> {
        while (!condition(this)) await once(this, 'change');
    }

    async #pass(): Promise<void> {
        this.attempts += 1;
        this.emit('change');
        try {
            await this.#obstacle();
        } catch (error) {
            this.refusals += 1;
            this.emit('change');
            throw error;
        }
    }

    #note(what: string): void {
        this.story.push(what);
        this.emit('change');
    }
}
