import type { AgentAction, AgentCommand } from '../../../contract/callActions.ts';
import type { AriClient } from '../ari/ariClient.ts';
import type { DialPlan } from '../dialPlan.ts';
import type { TrackedCall, TrackedLeg } from '../trackedCalls.ts';
import type { Pbx } from './pbx.ts';

/**
 * How an agent's phone is made to answer: by a `talk` notification, by the page that is the phone (`webrtc`), or only by
 * the agent's own hand.
 */
export type AnswerMethod = 'notify-talk' | 'webrtc' | 'phone-only';

/** With what a command is carried out, and on what. */
export interface CommandScene<Command extends AgentCommand = AgentCommand> {
    readonly command: Command;
    readonly agent: string;
    readonly call: TrackedCall;
    readonly leg: TrackedLeg;
    /** The agent's telephone, such as `PJSIP/1001-0000002a`. */
    readonly channel: string;
    readonly pbx: Pbx;
    /** Null where the PBX's REST interface is not configured. */
    readonly ari: AriClient | null;
    readonly dialPlan: DialPlan;
    readonly answerMethod: AnswerMethod;
}

export type SceneOf<Action extends AgentAction> = CommandScene<CommandOf<Action>>;

type CommandOf<Action extends AgentAction, Command = AgentCommand> = Command extends { readonly action: AgentAction }
    ? Action extends Command['action']
        ? Command
        : never
    : never;

/** Resolves once the PBX did it. Throws CommandRefused. */
export type CarryOut<Action extends AgentAction = AgentAction> = (scene: SceneOf<Action>) => Promise<void>;
