import type { TimelineEntry } from 'bridge/contract';
import { fillPlaceholders, formatTimeOfDayExactly } from 'c/callFormat';
import { labels } from './labels';

type What = TimelineEntry['what'];

/** One step of a timeline as it is shown. */
export interface TimelineStep {
    readonly key: string;
    readonly iconName: string;
    readonly text: string;
    /** What the text does not say yet; may be empty. */
    readonly detail: string;
    readonly time: string;
    readonly at: string;
}

interface Look {
    readonly iconName: string;
    /** `{0}` is the agent. */
    readonly text: string;
    /** `{1}` is the detail. */
    readonly textWithDetail?: string;
}

const LOOKS: Readonly<Record<What, Look>> = {
    arrived: { iconName: 'utility:incoming_call', text: labels.arrived },
    dialled: { iconName: 'utility:outbound_call', text: labels.dialled },
    offered: { iconName: 'utility:notification', text: labels.offered },
    answered: { iconName: 'utility:call', text: labels.answered },
    refused: { iconName: 'utility:ban', text: labels.refused },
    missed: { iconName: 'utility:missed_call', text: labels.missed },
    held: { iconName: 'utility:paused_call', text: labels.held },
    resumed: { iconName: 'utility:play', text: labels.resumed },
    consulted: { iconName: 'utility:people', text: labels.consulted, textWithDetail: labels.consultedWhom },
    conference: { iconName: 'utility:groups', text: labels.conference },
    transferred: { iconName: 'utility:forward', text: labels.transferred, textWithDetail: labels.transferredTo },
    left: { iconName: 'utility:logout', text: labels.left },
    abandoned: { iconName: 'utility:missed_call', text: labels.abandoned },
    ended: { iconName: 'utility:end_call', text: labels.ended }
};

/** The steps of a whole timeline. @param timeZone IANA name */
export function toTimelineSteps(entries: readonly TimelineEntry[], timeZone: string): TimelineStep[] {
    const diallers = new Set(
        entries.flatMap(({ what, agent }) => (what === 'dialled' && agent ? agent.extension : []))
    );
    return entries.map((entry, index) => ({
        key: String(index),
        iconName: LOOKS[entry.what].iconName,
        ...wordsFor(entry, diallers),
        time: formatTimeOfDayExactly(entry.at, timeZone),
        at: entry.at
    }));
}

/** @param diallers the extensions of those who called the customer: what they dialled, the customer answered */
function wordsFor(
    { what, agent, detail }: TimelineEntry,
    diallers: ReadonlySet<string>
): { text: string; detail: string } {
    if (what === 'answered' && agent && diallers.has(agent.extension))
        return { text: labels.customerAnswered, detail: detail ?? '' };
    const { text, textWithDetail } = LOOKS[what];
    const name = agent ? (agent.name ?? agent.extension) : labels.somebody;
    return detail !== null && textWithDetail !== undefined
        ? { text: fillPlaceholders(textWithDetail, name, detail), detail: '' }
        : { text: fillPlaceholders(text, name), detail: detail ?? '' };
}
