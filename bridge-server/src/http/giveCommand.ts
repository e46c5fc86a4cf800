import type { Request } from 'express';
import type { Agent } from '../contract/agentApi.ts';
import type { AgentAction } from '../contract/callActions.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { answerInTime } from './answerInTime.ts';
import { readCommandId } from './commandId.ts';
import { createCommandOnce } from './commandOnce.ts';

/** What an agent asks for; a call that is yet to be placed has no id. */
interface Asked {
    readonly action: AgentAction | 'dial';
    readonly callId: string | null;
}

/** How a command came out, for the log: nothing in it is personal. */
export interface CommandReport extends Asked {
    readonly commandId: string | null;
    /** The agent's extension. */
    readonly agent: string;
    /** `accepted`, the name of the problem that was answered, or `failed`. */
    readonly outcome: string;
    /** Milliseconds until the answer. */
    readonly tookMs: number;
    /** Whether it was given before, and this is the answer to that. */
    readonly repeated: boolean;
}

export type TellCommand = (report: CommandReport) => void;

/**
 * Gives a command: once, however often it is sent under the same id, and with an answer in time.
 * Throws what `carryOut` throws, and RequestRefused: 400 for an id that is none, 422 for one of another command,
 * 504 without an answer in time.
 *
 * @param asked with all that makes the command another one
 */
export type GiveCommand = <Result>(
    request: Request,
    agent: Agent,
    asked: Asked,
    carryOut: () => Promise<Result>
) => Promise<Result>;

export function createGiveCommand(tell: TellCommand): GiveCommand {
    const now = () => performance.now();
    const once = createCommandOnce({ now });

    return async (request, agent, asked, carryOut) => {
        const commandId = readCommandId(request);
        const startedAt = now();
        let repeated = true;
        const start = () => {
            repeated = false;
            return answerInTime(carryOut());
        };
        const report = (outcome: string) => {
            const { action, callId } = asked;
            const tookMs = Math.round(now() - startedAt);
            tell({ commandId, agent: agent.extension, action, callId, outcome, tookMs, repeated });
        };
        try {
            const result = await (commandId === null ? start() : once(agent.userId, commandId, asked, start));
            report('accepted');
            return result;
        } catch (error) {
            report(outcomeOf(error));
            throw error;
        }
    };
}

const PROBLEM = /^urn:softphone-bridge:/;

const outcomeOf = (error: unknown): string =>
    error instanceof RequestRefused && PROBLEM.test(error.type) ? error.type.replace(PROBLEM, '') : 'failed';
