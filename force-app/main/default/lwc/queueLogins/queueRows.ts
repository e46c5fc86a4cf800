import type { QueueLogin } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import type { QueueLoginsState } from 'c/softphoneState';
import { labels } from './labels';

/** A queue with its checkbox. */
export interface QueueRow {
    readonly name: string;
    readonly domId: string;
    /** Who waits there, or why the checkbox cannot be used. */
    readonly detail: string;
    readonly checked: boolean;
    readonly disabled: boolean;
}

export const queueRows = ({ queues, changing }: QueueLoginsState, disabled: boolean): QueueRow[] =>
    queues.map((queue, index) => ({
        name: queue.name,
        domId: `queue-${index}`,
        detail: queue.name in changing ? labels.changing : detailOf(queue),
        checked: changing[queue.name] ?? queue.isIn,
        disabled: disabled || queue.isFixed
    }));

const detailOf = ({ isFixed, waiting, free }: QueueLogin): string =>
    [
        isFixed ? labels.fixed : '',
        waiting === null ? '' : fillPlaceholders(labels.waiting, String(waiting)),
        free === null ? '' : fillPlaceholders(labels.free, String(free))
    ]
        .filter(Boolean)
        .join(' · ');
