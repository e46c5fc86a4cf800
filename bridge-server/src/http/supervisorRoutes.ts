import express, { type Request, Router } from 'express';
import type { Agent } from '../contract/agentApi.ts';
import { parse } from '../contract/parse.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import {
    type SupervisedCalls,
    type SupervisionMode,
    supervisionModeSchema,
    supervisionRequestSchema
} from '../contract/supervision.ts';
import { type ReadSession, bearerToken } from './agentRoutes.ts';
import { answerInTime } from './answerInTime.ts';

export interface SupervisorRoutes {
    readonly readSession: ReadSession;
    readonly supervisedCalls: (supervisor: Agent) => Promise<SupervisedCalls>;
    readonly superviseCall: (supervisor: Agent, callId: string, legId: string, mode: SupervisionMode) => Promise<void>;
}

const BODY_LIMIT = '4kb';

/** What a supervisor asks of the bridge: they sign in as agents do. */
export function createSupervisorRoutes({ readSession, supervisedCalls, superviseCall }: SupervisorRoutes): Router {
    const router = Router();
    const json = express.json({ limit: BODY_LIMIT });
    const supervisorOf = async (request: Request): Promise<Agent> => (await readSession(bearerToken(request))).agent;

    router.get('/supervisor/calls', async (request, response) => {
        response.json(await supervisedCalls(await supervisorOf(request)));
    });
    router.post<{ callId: string; mode: string }>(
        '/supervisor/calls/:callId/:mode',
        json,
        async (request, response) => {
            const supervisor = await supervisorOf(request as Request);
            const { callId, mode } = request.params;
            const { legId } = parse(supervisionRequestSchema, request.body);
            await answerInTime(superviseCall(supervisor, callId, legId, readMode(mode)));
            response.status(204).end();
        }
    );
    return router;
}

/** Throws RequestRefused (404). */
function readMode(name: string): SupervisionMode {
    const mode = supervisionModeSchema.safeParse(name);
    if (!mode.success)
        throw new RequestRefused(404, `A call can be supervised by ${supervisionModeSchema.options.join(', ')}.`);
    return mode.data;
}
