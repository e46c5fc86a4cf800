export { type WindowElection, type WindowElectionOptions, createWindowElection } from './createWindowElection';
export type { ElectionChannel, ElectionMessage } from './electionMessage';
export type { PageReaction } from './watchPage';
