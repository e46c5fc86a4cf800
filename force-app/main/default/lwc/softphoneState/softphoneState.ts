export { newlyRinging } from './callGroups';
export type { PendingChoice } from './pendingChoice';
export { isOverdue, type PendingCommand } from './pendingCommand';
export { reduceSoftphone } from './reduceSoftphone';
export {
    callsWithCase,
    canTakeCalls,
    currentCalls,
    dayOfAgent,
    historyOfDay,
    ringingCalls,
    wrapUpCall
} from './selectors';
export type { SoftphoneEvent } from './softphoneEvent';
export {
    initialState,
    type CommandFailure,
    type ContactsState,
    type DirectoryState,
    type Draft,
    type HistoryState,
    type Listening,
    type QueueLoginsState,
    type SoftphoneState,
    type SoftphoneTab
} from './state';
