import type { Request, RequestHandler, Router } from 'express';
import type { Agent } from '../contract/agentApi.ts';
import { parse } from '../contract/parse.ts';
import { queueLoginRequestSchema, type QueueLogins } from '../contract/queueLogin.ts';
import { answerInTime } from './answerInTime.ts';

export interface QueueLoginRoutes {
    readonly queueLogins: (agent: Agent) => Promise<QueueLogins>;
    readonly setQueueLogin: (agent: Agent, queue: string, isIn: boolean) => Promise<void>;
}

/** In which queues an agent takes calls. */
export function mountQueueLogins(
    router: Router,
    queues: QueueLoginRoutes,
    agentOf: (request: Request) => Promise<Agent>,
    json: RequestHandler
): void {
    router.get('/agent/queues', async (request, response) => {
        const agent = await agentOf(request);
        response.json(await answerInTime(queues.queueLogins(agent)));
    });
    router.put<{ name: string }>('/agent/queues/:name', json, async (request, response) => {
        const agent = await agentOf(request as Request);
        const { isIn } = parse(queueLoginRequestSchema, request.body);
        await answerInTime(queues.setQueueLogin(agent, request.params.name, isIn));
        response.status(204).end();
    });
}
