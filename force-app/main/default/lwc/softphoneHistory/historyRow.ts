import type { CallResult, CallView } from 'bridge/contract';
import { callerName, callerNumber, fillPlaceholders, formatDuration, formatTimeOfDay, serviceMs } from 'c/callFormat';
import { labels } from './labels';

/** One line of Histórico, as it is written on screen. */
export interface HistoryRow {
    readonly legId: string;
    readonly iconName: string;
    readonly direction: string;
    readonly number: string;
    readonly name: string | null;
    readonly result: string;
    readonly resultClass: string;
    /** Empty for a call that nobody answered. */
    readonly duration: string;
    readonly protocol: string;
    readonly copyLabel: string;
    readonly time: string;
    readonly caseId: string | null;
    readonly caseLabel: string;
}

const DIRECTIONS: Readonly<Record<CallView['direction'], { readonly label: string; readonly iconName: string }>> = {
    inbound: { label: labels.directionInbound, iconName: 'utility:incoming_call' },
    outbound: { label: labels.directionOutbound, iconName: 'utility:outbound_call' },
    internal: { label: labels.directionInternal, iconName: 'utility:people' }
};

const RESULTS: Readonly<Record<CallResult, string>> = {
    answered: labels.resultAnswered,
    takenByColleague: labels.resultTakenByColleague,
    missed: labels.resultMissed,
    refused: labels.resultRefused,
    abandoned: labels.resultAbandoned,
    failed: labels.resultFailed
};

/** What nobody served. */
const LOST: ReadonlySet<CallResult | null> = new Set(['missed', 'refused', 'abandoned', 'failed']);

/** @param timeZone IANA name of the agent's time zone */
export function toHistoryRow(call: CallView, timeZone: string): HistoryRow {
    const endMs = Date.parse(call.endedAt ?? call.offeredAt);
    const durationMs = serviceMs(call, endMs);
    return {
        legId: call.legId,
        iconName: DIRECTIONS[call.direction].iconName,
        direction: DIRECTIONS[call.direction].label,
        number: callerNumber(call) ?? labels.unknownNumber,
        name: callerName(call),
        result: call.result ? RESULTS[call.result] : '',
        resultClass: LOST.has(call.result) ? 'result result_lost' : 'result result_answered',
        duration: durationMs === null ? '' : formatDuration(durationMs),
        protocol: call.protocol,
        copyLabel: fillPlaceholders(labels.copyProtocol, call.protocol),
        time: formatTimeOfDay(call.offeredAt, timeZone),
        caseId: call.case?.id ?? null,
        caseLabel: call.case ? fillPlaceholders(labels.openNumberedCase, call.case.number) : ''
    };
}
