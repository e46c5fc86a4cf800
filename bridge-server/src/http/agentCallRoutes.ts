import type { Request, RequestHandler, Router } from 'express';
import type { Agent, AgentCommand, Dialled, NoteRequest } from '../contract/agentApi.ts';
import { ACTION_BODIES, agentActionSchema, dialRequestSchema, noteRequestSchema } from '../contract/callActions.ts';
import { parse } from '../contract/parse.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { createGiveCommand, type TellCommand } from './giveCommand.ts';

export interface AgentCallRoutes {
    readonly dial: (agent: Agent, number: string, recordId: string | null) => Promise<Dialled>;
    readonly saveNote: (agent: Agent, callId: string, note: NoteRequest) => Promise<void>;
    readonly command: (agent: Agent, callId: string, command: AgentCommand) => Promise<void>;
    /** Told how each command and each call that was placed came out. */
    readonly onCommand: TellCommand;
}

/** What an agent does with calls: places them, acts during them, writes down what was said. */
export function mountAgentCalls(
    router: Router,
    calls: AgentCallRoutes,
    agentOf: (request: Request) => Promise<Agent>,
    json: RequestHandler
): void {
    const give = createGiveCommand(calls.onCommand);

    router.post('/agent/calls', json, async (request, response) => {
        const agent = await agentOf(request);
        const { number, recordId } = parse(dialRequestSchema, request.body);
        const asked = { action: 'dial', callId: null, number, recordId } as const;
        response.status(201).json(await give(request, agent, asked, () => calls.dial(agent, number, recordId)));
    });
    router.put<{ callId: string }>('/agent/calls/:callId/note', json, async (request, response) => {
        const agent = await agentOf(request as Request);
        await calls.saveNote(agent, request.params.callId, parse(noteRequestSchema, request.body));
        response.status(204).end();
    });
    router.post<{ callId: string; action: string }>('/agent/calls/:callId/:action', json, async (request, response) => {
        const agent = await agentOf(request as Request);
        const { callId, action } = request.params;
        const command = readCommand(action, request.body);
        await give(request as Request, agent, { ...command, callId }, () => calls.command(agent, callId, command));
        response.status(204).end();
    });
}

/** Throws RequestRefused: 404 no such action, 400 not what the action takes. */
function readCommand(name: string, body: unknown): AgentCommand {
    const action = agentActionSchema.safeParse(name);
    if (!action.success)
        throw new RequestRefused(404, `A call knows the actions ${agentActionSchema.options.join(', ')}.`);
    return { action: action.data, ...parse(ACTION_BODIES[action.data], body ?? {}) } as AgentCommand;
}
