import express, { type Request, Router } from 'express';
import {
    type Agent,
    type AgentAction,
    agentActionSchema,
    callerChoiceSchema,
    type Handshake,
    type History,
    historyQuerySchema,
    type Session,
    sessionRequestSchema,
    type SessionRequest
} from '../contract/agentApi.ts';
import { parse } from '../contract/parse.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { type OpenStream, serveEventStream } from './eventStream.ts';

/** Throws RequestRefused (401). */
export type ReadSession = (token: string) => Promise<{ agent: Agent; expiresAt: Date }>;

export interface AgentRoutes {
    readonly beginSignIn: () => Promise<Handshake>;
    readonly completeSignIn: (request: SessionRequest) => Promise<Session>;
    readonly readSession: ReadSession;
    readonly openStream: OpenStream;
    readonly history: (agent: Agent, day: string | undefined) => Promise<History>;
    /** Says who of the candidates is calling; null: none of them. */
    readonly correctCaller: (agent: Agent, callId: string, candidateId: string | null) => Promise<void>;
    readonly command: (agent: Agent, callId: string, action: AgentAction) => Promise<void>;
}

const BODY_LIMIT = '16kb';

/** What a softphone asks of the bridge. */
export function createAgentRoutes(agents: AgentRoutes): Router {
    const router = Router();
    const json = express.json({ limit: BODY_LIMIT });

    router.post('/agent/handshake', async (_request, response) => {
        response.status(201).json(await agents.beginSignIn());
    });
    router.post('/agent/session', json, async (request, response) => {
        response.status(201).json(await agents.completeSignIn(parse(sessionRequestSchema, request.body)));
    });
    router.get('/agent/events', async (request, response) => {
        const { agent, expiresAt } = await agents.readSession(bearerToken(request));
        await serveEventStream(request, response, expiresAt, (lastEventId, send) =>
            agents.openStream(agent, lastEventId, send)
        );
    });
    router.get('/agent/history', async (request, response) => {
        const { agent } = await agents.readSession(bearerToken(request));
        response.json(await agents.history(agent, parse(historyQuerySchema, request.query).day));
    });
    router.put('/agent/calls/:callId/contact', json, async (request, response) => {
        const { agent } = await agents.readSession(bearerToken(request));
        const { candidateId } = parse(callerChoiceSchema, request.body);
        await agents.correctCaller(agent, request.params.callId, candidateId);
        response.status(204).end();
    });
    router.post('/agent/calls/:callId/:action', async (request, response) => {
        const { agent } = await agents.readSession(bearerToken(request));
        const action = agentActionSchema.safeParse(request.params.action);
        if (!action.success)
            throw new RequestRefused(404, `A call knows the actions ${agentActionSchema.options.join(', ')}.`);
        await agents.command(agent, request.params.callId, action.data);
        response.status(204).end();
    });
    return router;
}

/** Throws RequestRefused (401). */
export function bearerToken({ headers }: Request): string {
    const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token)
        throw new RequestRefused(401, 'Entre pelo softphone do Salesforce: falta o cabeçalho Authorization: Bearer.', {
            name: 'session-ended'
        });
    return token;
}
