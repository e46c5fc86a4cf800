import type { CallEvent } from '../../../src/contract/callEvent.ts';

/** An event in a few words, such as `legEnded 1001 refused`. */
export function tell(event: CallEvent): string {
    const words: string[] = [event.type];
    if ('agent' in event) words.push(event.agent);
    if ('kind' in event) words.push(event.kind);
    if ('mode' in event) words.push(event.mode, 'to', event.to);
    if ('reason' in event) words.push(event.reason);
    return words.join(' ');
}
