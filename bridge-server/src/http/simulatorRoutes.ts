import express, { Router } from 'express';
import { z } from 'zod';
import { strangersText } from '../contract/callEvent.ts';
import { parse } from '../contract/parse.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { bearerToken, type ReadSession } from './agentRoutes.ts';

export interface SimulatorRoutes {
    readonly readSession: ReadSession;
    readonly placeCall: (customer: PlacedCall & { agent: string }) => Promise<string>;
    /** The calls that customers are part of now. */
    readonly customerCalls: () => readonly object[];
    /** Resolves to false where there is no such customer. */
    readonly hangUpCustomer: (callId: string) => Promise<boolean>;
}

const placedCallSchema = z.strictObject({
    number: strangersText(128).nullable().default(null),
    name: strangersText(255).nullable().default(null),
    /** `me`: at whoever asks for the call; `everybody`: in the queue. */
    ring: z.enum(['me', 'everybody'], 'must be me or everybody').default('me')
});

type PlacedCall = z.output<typeof placedCallSchema>;

/** The demonstration's line: customers who call, and who hang up. */
export function createSimulatorRoutes(simulator: SimulatorRoutes): Router {
    const router = Router();
    router.post('/simulator/calls', express.json({ limit: '4kb' }), async (request, response) => {
        const { agent } = await simulator.readSession(bearerToken(request));
        const placed = parse(placedCallSchema, request.body ?? {});
        response.status(201).json({ callId: await simulator.placeCall({ ...placed, agent: agent.extension }) });
    });
    router.get('/simulator/calls', async (request, response) => {
        await simulator.readSession(bearerToken(request));
        response.json({ calls: simulator.customerCalls() });
    });
    router.post('/simulator/calls/:callId/hangup', async (request, response) => {
        await simulator.readSession(bearerToken(request));
        if (!(await simulator.hangUpCustomer(request.params.callId)))
            throw new RequestRefused(404, 'Este cliente já não está na linha.', { name: 'customer-gone' });
        response.status(204).end();
    });
    return router;
}
