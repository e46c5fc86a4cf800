export { newlyRinging } from './callGroups';
export { reduceSoftphone } from './reduceSoftphone';
export { callsWithCase, currentCalls, historyOfDay, ringingCalls } from './selectors';
export type { SoftphoneEvent } from './softphoneEvent';
export { initialState, type CommandFailure, type HistoryState, type SoftphoneState, type SoftphoneTab } from './state';
