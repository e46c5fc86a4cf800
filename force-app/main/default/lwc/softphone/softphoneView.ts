import { fillPlaceholders } from 'c/callFormat';
import type { SoftphoneState } from 'c/softphoneState';
import type { CallLists } from './callLists';
import { describeCommandFailure } from './commandProblem';
import { type ConnectionProblem, describeConnection } from './connectionProblem';
import { labels } from './labels';
import type { Problem } from './problem';

/** What the frame around the tabs shows of the state. */
export interface SoftphoneView {
    readonly hasBridgeUrl: boolean;
    /** What keeps the agent from working at all. */
    readonly problem: ConnectionProblem | null;
    /** Nothing is known yet, not even a problem. */
    readonly isStarting: boolean;
    /** Name and extension in full; empty while nobody is signed in. */
    readonly agent: string;
    readonly extension: string;
    /** Beside the agent's name there is room for the usual; whatever else is told takes a row of its own. */
    readonly presenceClass: string;
    readonly ringingTabLabel: string;
    readonly commandProblem: Problem | null;
    /** The bridge is away, and with it who knows whether the calls are as they are shown. */
    readonly isStale: boolean;
    /** While the bridge is away nothing can be asked of it. */
    readonly isDisconnected: boolean;
    readonly isOnCall: boolean;
    readonly canDial: boolean;
}

/** How the bridge is to be reached. */
interface BridgeAddress {
    /** Empty while nobody has set it. */
    readonly bridgeUrl: string;
    /** Whether the browser keeps it out of reach. */
    readonly isBlocked: boolean;
}

export function viewOf(
    state: SoftphoneState,
    { ringing, current }: CallLists,
    { bridgeUrl, isBlocked }: BridgeAddress
): SoftphoneView {
    const problem = describeConnection(state, bridgeUrl, isBlocked);
    const extension = fillPlaceholders(labels.extension, state.agent?.extension ?? '');
    const isStale = state.agent !== null && state.lastError !== null;
    return {
        hasBridgeUrl: bridgeUrl !== '',
        problem,
        isStarting: !problem && !state.agent,
        agent: state.agent ? `${state.agent.name} · ${extension}` : '',
        extension,
        presenceClass: isAsUsual(state) ? 'presence' : 'presence presence_in-row',
        // nobody knows how many calls still ring while the bridge is away
        ringingTabLabel: ringing.length > 0 && !isStale ? countLabel(ringing.length) : labels.tabRinging,
        commandProblem: state.failure && describeCommandFailure(state.failure),
        isStale,
        isDisconnected: state.connection.kind !== 'connected',
        isOnCall: current.length > 0,
        canDial: state.settings?.canDial ?? false
    };
}

const isAsUsual = ({ connection, presence, wantedPresence }: SoftphoneState): boolean =>
    connection.kind === 'connected' && presence?.state === 'available' && !presence.wrapUp && !wantedPresence;

const countLabel = (count: number): string => fillPlaceholders(labels.tabRingingCount, String(count));
