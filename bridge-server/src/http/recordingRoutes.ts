import { Router } from 'express';
import type { Agent, RecordingTicket } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { bearerToken, type ReadSession } from './agentRoutes.ts';

export interface RecordingRoutes {
    readonly readSession: ReadSession;
    /** Throws RequestRefused (404) when the call or its recording does not exist. */
    readonly issueTicket: (agent: Agent, protocol: string) => Promise<RecordingTicket>;
    readonly ticketHolds: (ticket: string, protocol: string) => Promise<boolean>;
    /** Throws RequestRefused (404). */
    readonly find: (protocol: string) => Promise<{ path: string; contentType: string; format: string }>;
}

/** The link in a Task's Comments: plays for who holds a ticket, and for nobody else. */
export function createRecordingRoutes(recordings: RecordingRoutes): Router {
    const router = Router();

    router.post('/recordings/:protocol/ticket', async (request, response) => {
        const { agent } = await recordings.readSession(bearerToken(request));
        response.status(201).json(await recordings.issueTicket(agent, request.params.protocol));
    });

    router.get('/recordings/:protocol', async (request, response) => {
        const { protocol } = request.params;
        const { ticket } = request.query;
        if (typeof ticket !== 'string' || !(await recordings.ticketHolds(ticket, protocol))) {
            throw new RequestRefused(
                401,
                'Abra a gravação pelo softphone ou pela tarefa no Salesforce: este endereço só toca para quem entrou.'
            );
        }
        const { path, contentType, format } = await recordings.find(protocol);
        response.set({
            'Content-Type': contentType,
            'Content-Disposition': `inline; filename="${protocol}.${format}"`,
            'Cache-Control': 'private, no-store'
        });
        await new Promise<void>((resolve, reject) => {
            response.sendFile(path, { cacheControl: false, dotfiles: 'allow' }, (error) => {
                // a player that seeks breaks off and asks again
                if (!error || response.headersSent) resolve();
                else reject(error);
            });
        });
    });
    return router;
}
