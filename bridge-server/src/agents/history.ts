import { type Call, isOver, sourceOf } from '../calls/call.ts';
import type { Agent, CallView, History } from '../contract/agentApi.ts';
import { callView, type Surroundings } from './callView.ts';
import { dayBounds, dayOf } from './localDay.ts';

interface HistoryOptions {
    readonly historyOf: (agent: string, from: string, to: string) => Promise<Call[]>;
    readonly surroundingsOf: (source: string) => Surroundings;
    readonly now: () => Date;
}

/** The agent's calls of a day of their own time zone (today when none is named), the one that ended last first. */
export function createHistory({ historyOf, surroundingsOf, now }: HistoryOptions) {
    return async (agent: Agent, day: string = dayOf(now().toISOString(), agent.timeZone)): Promise<History> => {
        const { from, to } = dayBounds(day, agent.timeZone);
        const calls = await historyOf(agent.extension, from, to);
        const views: CallView[] = calls.flatMap((call) =>
            call.legs
                .filter((leg) => leg.agent === agent.extension && isOver(leg) && isWithin(leg.endedAt, from, to))
                .map((leg) => callView(call, leg, surroundingsOf(sourceOf(call.id))))
        );
        return { day, calls: views.toSorted((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1)) };
    };
}

const isWithin = (at: string | null, from: string, to: string): boolean => at !== null && at >= from && at < to;
