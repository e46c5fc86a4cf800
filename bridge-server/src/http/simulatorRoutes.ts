import express, { Router } from 'express';
import { z } from 'zod';
import { strangersText } from '../contract/callEvent.ts';
import { parse } from '../contract/parse.ts';
import { bearerToken, type ReadSession } from './agentRoutes.ts';

export interface SimulatorRoutes {
    readonly readSession: ReadSession;
    readonly placeCall: (customer: { number: string | null; name: string | null; agent: string }) => Promise<string>;
}

const customerSchema = z.strictObject({
    number: strangersText(128).nullable().default(null),
    name: strangersText(255).nullable().default(null)
});

/** The demonstration's line: a customer who calls the agent that asks for it. */
export function createSimulatorRoutes(simulator: SimulatorRoutes): Router {
    const router = Router();
    router.post('/simulator/calls', express.json({ limit: '4kb' }), async (request, response) => {
        const { agent } = await simulator.readSession(bearerToken(request));
        const { number, name } = parse(customerSchema, request.body ?? {});
        response.status(201).json({ callId: await simulator.placeCall({ number, name, agent: agent.extension }) });
    });
    return router;
}
