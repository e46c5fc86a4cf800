import type { AgentAction } from 'bridge/contract';

/** Who is on the line with whom changes in one way at a time. */
const ABOUT_THE_LINE: readonly AgentAction[] = [
    'hold',
    'resume',
    'consult',
    'blindTransfer',
    'completeTransfer',
    'cancelTransfer',
    'conference'
];

/** Whether an action makes no sense while another one is under way: the same one, and what that one would undo. */
export function excludes(underWay: AgentAction, action: AgentAction): boolean {
    if (underWay === action || underWay === 'hangup') return true;
    return ABOUT_THE_LINE.includes(underWay) && ABOUT_THE_LINE.includes(action);
}
