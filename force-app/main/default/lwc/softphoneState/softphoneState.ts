export { newlyRinging } from './callGroups';
export type { PendingChoice } from './pendingChoice';
export { isOverdue, type PendingCommand } from './pendingCommand';
export { reduceSoftphone } from './reduceSoftphone';
export { callsWithCase, currentCalls, dayOfAgent, historyOfDay, ringingCalls } from './selectors';
export type { SoftphoneEvent } from './softphoneEvent';
export { initialState, type CommandFailure, type HistoryState, type SoftphoneState, type SoftphoneTab } from './state';
