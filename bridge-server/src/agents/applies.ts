import { type Call, isOver, type Leg } from '../calls/call.ts';
import type { AgentAction } from '../contract/callActions.ts';

type Applies = (leg: Leg, call: Call) => boolean;

const isConference = ({ legs }: Call): boolean => legs.some(({ consult }) => consult?.state === 'joined');
/** Has the customer, and nobody else does or is being asked about them. */
const isAlone: Applies = ({ state, consult }, call) =>
    (state === 'talking' || state === 'held') && consult === null && !isConference(call);
const isConsulting: Applies = ({ consult }) => consult !== null && consult.state !== 'joined';
const hasAnswer: Applies = ({ consult }) => consult?.state === 'talking';
const speaks: Applies = ({ state, consult }) =>
    state === 'talking' || state === 'consulting' || (state === 'held' && consult?.state === 'talking');
const isTaped: Applies = ({ answeredAt }, { recording }) =>
    answeredAt !== null && recording !== null && recording.name === null;

/** When each action makes sense. */
const APPLIES: Readonly<Record<AgentAction, Applies>> = {
    answer: ({ state }) => state === 'ringing',
    reject: ({ state }) => state === 'ringing',
    hangup: ({ state }) => state !== 'ringing',
    hold: ({ state, consult }) => state === 'talking' && consult === null,
    resume: ({ state, consult }) => state === 'held' && consult === null,
    mute: (leg, call) => speaks(leg, call) && !leg.muted,
    unmute: ({ muted }) => muted,
    dtmf: speaks,
    blindTransfer: isAlone,
    consult: isAlone,
    completeTransfer: hasAnswer,
    cancelTransfer: isConsulting,
    conference: hasAnswer,
    pauseRecording: (leg, call) => isTaped(leg, call) && !call.recording?.paused,
    resumeRecording: (leg, call) => isTaped(leg, call) && call.recording?.paused === true
};

/** Whether the agent of this leg can ask for the action now. */
export const applies = (action: AgentAction, call: Call, leg: Leg): boolean =>
    !isOver(leg) && APPLIES[action](leg, call);
