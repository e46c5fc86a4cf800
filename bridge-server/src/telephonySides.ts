import type { Logger } from 'pino';
import { createAsteriskSide } from './asteriskSide.ts';
import { sourceOf } from './calls/call.ts';
import type { Config } from './config.ts';
import type { AgentAction, Directory } from './contract/agentApi.ts';
import { RequestRefused } from './contract/requestRefused.ts';
import type { Metrics } from './metrics.ts';
import { createQueueLoginSides, type QueueLoginSides } from './queueLoginSides.ts';
import type { Store } from './store/openStore.ts';
import { createSimulatorAdapter, type SimulatorAdapter } from './telephony/simulator/simulatorAdapter.ts';
import {
    type AgentAvailability,
    CommandRefused,
    type SupervisionRequest,
    type TelephonyAdapter,
    type TelephonyCommand,
    type TelephonySink
} from './telephony/telephonyAdapter.ts';
import { createWebhookAdapter, type WebhookAdapter } from './telephony/webhook/webhookAdapter.ts';

/** What throws RequestRefused (409) with the telephony side's own words: `queueLogins`, `setQueueLogin`. */
export interface TelephonySides extends QueueLoginSides {
    readonly webhook: WebhookAdapter;
    readonly simulator: SimulatorAdapter | null;
    capabilitiesOf(source: string, agent: string): readonly AgentAction[];
    readonly canDial: boolean;
    /** Throws RequestRefused (409) with the telephony side's own words. */
    dial(agent: string, number: string): Promise<string>;
    queues(): Promise<Directory['queues']>;
    canSupervise(source: string): boolean;
    /** Throws RequestRefused (409) with the telephony side's own words. */
    supervise(source: string, request: SupervisionRequest): Promise<void>;
    /** Tells every side that has queues. Throws what the sides throw. */
    setPresence(agent: string, presence: AgentAvailability): Promise<void>;
    /** Throws RequestRefused (409) with the telephony side's own words. */
    send(source: string, command: TelephonyCommand): Promise<void>;
    /** Never rejects: who keeps no protocol loses nothing. */
    protocolIssued(callId: string, protocol: string): Promise<void>;
    start(sink: TelephonySink): void;
    stop(): Promise<void>;
}

interface TelephonySidesOptions {
    readonly config: Config;
    readonly store: Pick<Store, 'lastSeen' | 'storedKeys' | 'noteKnownUntil'>;
    readonly metrics: Metrics;
    readonly log: Logger;
}

/** The telephony sides that the configuration names. */
export function createTelephonySides({ config, store, metrics, log }: TelephonySidesOptions): TelephonySides {
    const webhook = createWebhookAdapter(config.webhookSecrets);
    const simulator = config.simulator
        ? createSimulatorAdapter({
              now: () => new Date(),
              onError: (error) => log.warn({ err: error }, 'The simulated line could not hand something over')
          })
        : null;
    const asterisk = config.asterisk && createAsteriskSide(config.asterisk, { store, metrics, log });
    const sides: TelephonyAdapter[] = [webhook, simulator, asterisk].filter((side) => side !== null);

    const dialling = sides.find((side) => side.dial);
    const logins = createQueueLoginSides(sides);
    const sideOf = (source: string) => sides.find((side) => side.source === source);

    return {
        webhook,
        simulator,
        capabilitiesOf: (source, agent) => sides.find((side) => side.source === source)?.capabilitiesOf(agent) ?? [],
        canDial: dialling !== undefined,
        async dial(agent, number) {
            if (!dialling?.dial)
                throw new RequestRefused(409, 'Esta telefonia não faz ligações pelo softphone.', {
                    name: 'not-capable'
                });
            return dialling.dial(agent, number).catch(refuse);
        },
        queues: async () => (await Promise.all(sides.map((side) => side.queues?.() ?? []))).flat(),
        canLogInToQueues: logins.canLogInToQueues,
        queueLogins: (agent) => logins.queueLogins(agent).catch(refuse),
        setQueueLogin: (agent, queue, isIn) => logins.setQueueLogin(agent, queue, isIn).catch(refuse),
        canSupervise: (source) => sideOf(source)?.supervise !== undefined,
        async supervise(source, request) {
            await sideOf(source)?.supervise?.(request).catch(refuse);
        },
        setPresence: async (agent, presence) =>
            void (await Promise.all(sides.map((side) => side.setPresence?.(agent, presence)))),
        async send(source, command) {
            const side = sides.find((each) => each.source === source);
            if (!side)
                throw new RequestRefused(409, 'A telefonia desta ligação não está conectada.', {
                    name: 'telephony-away'
                });
            await side.command(command).catch(refuse);
        },
        async protocolIssued(callId, protocol) {
            const side = sides.find((each) => each.source === sourceOf(callId));
            await side?.protocolIssued?.(callId, protocol).catch((error: unknown) => {
                log.warn({ err: error, callId }, 'The telephony side was not given the protocol of a call');
            });
        },
        start: (sink) => sides.forEach((side) => side.start(sink)),
        stop: async () => void (await Promise.all(sides.map((side) => side.stop())))
    };
}

function refuse(error: unknown): never {
    throw error instanceof CommandRefused
        ? new RequestRefused(error.reason === 'telephony-silent' ? 504 : 409, error.message, {
              name: error.reason,
              cause: error
          })
        : error;
}
