import express, { type Request, Router } from 'express';
import {
    type Agent,
    type CaseCalls,
    callerChoiceSchema,
    type Contacts,
    contactsQuerySchema,
    type Directory,
    type Handshake,
    type History,
    historyQuerySchema,
    type Presence,
    type PresenceRequest,
    type Session,
    sessionRequestSchema,
    type SessionRequest
} from '../contract/agentApi.ts';
import { parse } from '../contract/parse.ts';
import { presenceRequestSchema } from '../contract/presence.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { type AgentCallRoutes, mountAgentCalls } from './agentCallRoutes.ts';
import { type OpenStream, serveEventStream } from './eventStream.ts';
import { mountQueueLogins, type QueueLoginRoutes } from './queueLoginRoutes.ts';

/** Throws RequestRefused (401). */
export type ReadSession = (token: string) => Promise<{ agent: Agent; expiresAt: Date }>;

export interface AgentRoutes extends AgentCallRoutes, QueueLoginRoutes {
    readonly beginSignIn: () => Promise<Handshake>;
    readonly completeSignIn: (request: SessionRequest) => Promise<Session>;
    readonly readSession: ReadSession;
    readonly openStream: OpenStream;
    readonly history: (agent: Agent, day: string | undefined) => Promise<History>;
    /** Says who is calling; null: nobody known. */
    readonly correctCaller: (agent: Agent, callId: string, candidateId: string | null) => Promise<void>;
    readonly contacts: (agent: Agent, search: string) => Promise<Contacts>;
    readonly caseCalls: (agent: Agent, caseId: string) => Promise<CaseCalls>;
    readonly choosePresence: (agent: Agent, request: PresenceRequest) => Promise<Presence>;
    readonly finishWrapUp: (agent: Agent) => Promise<void>;
    readonly directory: (agent: Agent) => Promise<Directory>;
}

/** A note of 20,000 characters, each of which JSON may write as `\u0000`. */
const BODY_LIMIT = '160kb';

/** What a softphone asks of the bridge. */
export function createAgentRoutes(agents: AgentRoutes): Router {
    const router = Router();
    const json = express.json({ limit: BODY_LIMIT });
    const agentOf = async (request: Request): Promise<Agent> => (await agents.readSession(bearerToken(request))).agent;

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
        const agent = await agentOf(request);
        response.json(await agents.history(agent, parse(historyQuerySchema, request.query).day));
    });
    router.get('/agent/contacts', async (request, response) => {
        const agent = await agentOf(request);
        response.json(await agents.contacts(agent, parse(contactsQuerySchema, request.query).search));
    });
    router.get('/agent/cases/:caseId/calls', async (request, response) => {
        response.json(await agents.caseCalls(await agentOf(request), request.params.caseId));
    });
    router.get('/agent/directory', async (request, response) => {
        response.json(await agents.directory(await agentOf(request)));
    });
    router.put('/agent/presence', json, async (request, response) => {
        const agent = await agentOf(request);
        response.json(await agents.choosePresence(agent, parse(presenceRequestSchema, request.body)));
    });
    router.delete('/agent/wrap-up', async (request, response) => {
        await agents.finishWrapUp(await agentOf(request));
        response.status(204).end();
    });
    router.put('/agent/calls/:callId/contact', json, async (request, response) => {
        const agent = await agentOf(request);
        const { candidateId } = parse(callerChoiceSchema, request.body);
        await agents.correctCaller(agent, request.params.callId, candidateId);
        response.status(204).end();
    });
    mountAgentCalls(router, agents, agentOf, json);
    mountQueueLogins(router, agents, agentOf, json);
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
