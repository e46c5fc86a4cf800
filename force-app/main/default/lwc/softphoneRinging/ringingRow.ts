import type { CallView } from 'bridge/contract';
import { callerName, callerNumber, fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** A call that rings, as it is written on screen; what is not known is empty. */
export interface RingingRow {
    readonly legId: string;
    readonly number: string;
    readonly name: string;
    readonly account: string;
    readonly queue: string;
    /** Who asks before handing the customer over. */
    readonly consult: string;
    readonly selected: 'true' | 'false';
    readonly tabIndex: '0' | '-1';
}

export function toRingingRow(call: CallView, isSelected: boolean): RingingRow {
    const who = call.caller?.who;
    return {
        legId: call.legId,
        number: callerNumber(call) ?? labels.unknownNumber,
        name: callerName(call) ?? '',
        account: who?.accountName && who.accountName !== who.name ? who.accountName : '',
        queue: call.queue ? fillPlaceholders(labels.queue, call.queue) : '',
        consult: consultOf(call),
        selected: isSelected ? 'true' : 'false',
        tabIndex: isSelected ? '0' : '-1'
    };
}

function consultOf({ consultedBy }: CallView): string {
    if (!consultedBy) return '';
    const colleague = consultedBy.name ?? fillPlaceholders(labels.extension, consultedBy.extension);
    return fillPlaceholders(labels.consultFrom, colleague);
}
