import { fillPlaceholders } from 'c/callFormat';
import type { SoftphoneState } from 'c/softphoneState';
import type { CallLists } from './callLists';
import { describeCommandFailure } from './commandProblem';
import { labels } from './labels';
import type { Problem } from './problem';

/** What the frame around the tabs shows of the state. */
export interface SoftphoneView {
    readonly extension: string;
    readonly ringingTabLabel: string;
    readonly commandProblem: Problem | null;
    /** The bridge is away, and with it who knows whether the calls are as they are shown. */
    readonly isStale: boolean;
    /** While the bridge is away nothing can be asked of it. */
    readonly isDisconnected: boolean;
    readonly isOnCall: boolean;
    readonly canDial: boolean;
}

export function viewOf(state: SoftphoneState, { ringing, current }: CallLists): SoftphoneView {
    const isStale = state.agent !== null && state.lastError !== null;
    return {
        extension: fillPlaceholders(labels.extension, state.agent?.extension ?? ''),
        // nobody knows how many calls still ring while the bridge is away
        ringingTabLabel: ringing.length > 0 && !isStale ? countLabel(ringing.length) : labels.tabRinging,
        commandProblem: state.failure && describeCommandFailure(state.failure),
        isStale,
        isDisconnected: state.connection.kind !== 'connected',
        isOnCall: current.length > 0,
        canDial: state.settings?.canDial ?? false
    };
}

const countLabel = (count: number): string => fillPlaceholders(labels.tabRingingCount, String(count));
