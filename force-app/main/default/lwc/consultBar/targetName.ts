import type { CallView } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** Whom the agent asks, as people name them. */
export function targetName({ to, name }: NonNullable<CallView['consult']>): string {
    switch (to.kind) {
        case 'agent':
            return name ?? fillPlaceholders(labels.extension, to.extension);
        case 'queue':
            return fillPlaceholders(labels.queue, to.name);
        case 'number':
            return name ?? to.number;
    }
}
