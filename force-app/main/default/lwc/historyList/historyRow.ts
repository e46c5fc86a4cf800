import type { CallResult, CallView } from 'bridge/contract';
import {
    callerName,
    callerNumber,
    fillPlaceholders,
    formatDuration,
    formatTimeOfDay,
    resultText,
    serviceMs
} from 'c/callFormat';
import { labels } from './labels';

/** One line of Histórico, as it is written on screen. */
export interface HistoryRow {
    readonly legId: string;
    /** Where it stands in the list, from 1. */
    readonly position: number;
    readonly iconName: string;
    readonly direction: string;
    readonly number: string;
    /** Name and queue, as far as there are any. */
    readonly who: string;
    readonly result: string;
    readonly resultClass: string;
    /** Empty for a call that nobody answered. */
    readonly duration: string;
    readonly protocol: string;
    readonly copyLabel: string;
    readonly time: string;
    readonly caseId: string | null;
    readonly caseLabel: string;
    /** Empty for a withheld number. */
    readonly callBackLabel: string;
    /** Empty where there is nothing to hear, or nobody could say who may. */
    readonly listenLabel: string;
    readonly listenIcon: string;
    /** As `aria-pressed` has it. */
    readonly isListenedTo: 'true' | 'false';
}

const DIRECTIONS: Readonly<Record<CallView['direction'], { readonly label: string; readonly iconName: string }>> = {
    inbound: { label: labels.directionInbound, iconName: 'utility:incoming_call' },
    outbound: { label: labels.directionOutbound, iconName: 'utility:outbound_call' },
    internal: { label: labels.directionInternal, iconName: 'utility:people' }
};

/** What nobody served. */
const LOST: ReadonlySet<CallResult | null> = new Set(['missed', 'refused', 'abandoned', 'failed']);

/**
 * @param index where the call stands in the list, from 0
 * @param listenedLegId of the call that the agent hears again
 * @param timeZone IANA name of the agent's time zone
 */
export function toHistoryRow(
    call: CallView,
    index: number,
    listenedLegId: string | null,
    timeZone: string
): HistoryRow {
    const endMs = Date.parse(call.endedAt ?? call.offeredAt);
    const durationMs = serviceMs(call, endMs);
    const number = callerNumber(call);
    const shownNumber = number ?? labels.unknownNumber;
    const isListenedTo = call.legId === listenedLegId;
    return {
        legId: call.legId,
        position: index + 1,
        iconName: DIRECTIONS[call.direction].iconName,
        direction: DIRECTIONS[call.direction].label,
        number: shownNumber,
        who: [callerName(call), call.queue].filter(Boolean).join(' · '),
        result: resultText(call),
        resultClass: resultClass(call),
        duration: durationMs === null ? '' : formatDuration(durationMs),
        protocol: call.protocol,
        copyLabel: fillPlaceholders(labels.copyProtocol, call.protocol),
        time: formatTimeOfDay(call.offeredAt, timeZone),
        caseId: call.case?.id ?? null,
        caseLabel: call.case ? fillPlaceholders(labels.openNumberedCase, call.case.number) : '',
        callBackLabel: number ? fillPlaceholders(labels.callBack, callerName(call) ?? number) : '',
        listenLabel: canListen(call) ? fillPlaceholders(labels.listenTo, `${shownNumber} · ${call.protocol}`) : '',
        listenIcon: isListenedTo ? 'utility:volume_high' : 'utility:play',
        isListenedTo: isListenedTo ? 'true' : 'false'
    };
}

const canListen = (call: CallView): boolean => call.recorded && call.case !== null && call.endedAt !== null;

function resultClass({ result }: CallView): string {
    return LOST.has(result) ? 'result result_lost' : 'result result_answered';
}
