/** Record pages and the softphone in the utility bar, over the Lightning Message Service. */
export { failureOf } from './failureOf';
export type { SoftphoneCommand, SoftphoneNews } from './messages';
export { type SoftphoneLine, type SoftphoneLineOptions, openSoftphoneLine } from './pageEnd';
export { reasonOf } from './reasonOf';
export { type CommandHandlers, subscribeToCommands, tellPages } from './softphoneEnd';
