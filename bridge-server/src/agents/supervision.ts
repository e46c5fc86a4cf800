import type { Logger } from 'pino';
import { type Call, isOver, type Leg, sourceOf } from '../calls/call.ts';
import type { Agent } from '../contract/agentApi.ts';
import type { Instant } from '../contract/instant.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { type SupervisedCalls, type SupervisionMode, supervisionModeSchema } from '../contract/supervision.ts';
import { type CallById, requireCall } from './requireCall.ts';

interface Supervised {
    readonly supervisor: string;
    readonly callId: string;
    readonly legId: string;
    readonly agent: string;
    readonly mode: SupervisionMode;
}

interface SupervisionOptions {
    /** Whether Salesforce lets this user supervise. Throws RequestRefused (503). */
    readonly isSupervisor: (userId: string) => Promise<boolean>;
    readonly liveCalls: () => Promise<Call[]>;
    readonly callById: CallById;
    readonly nameOf: (extension: string) => string | null;
    readonly canSupervise: (source: string) => boolean;
    /** Throws RequestRefused (409) with the telephony side's own words. */
    readonly supervise: (source: string, request: Supervised) => Promise<void>;
    readonly log: Logger;
}

type Supervisable = SupervisedCalls['calls'][number]['agents'][number];

/** Speaks with somebody, who can then be heard. */
const SPEAKS: readonly Leg['state'][] = ['talking', 'held', 'consulting'];

/**
 * Supervisors hear agents' calls, and speak into them. Everything that one does is written to the log.
 * Throws RequestRefused: 403 not a supervisor, 404 no such call, 409 not possible now or with a call of their own.
 */
export function createSupervision(options: SupervisionOptions) {
    const { isSupervisor, liveCalls, callById, nameOf, canSupervise, supervise, log } = options;

    async function requireSupervisor({ userId, extension }: Agent): Promise<void> {
        if (await isSupervisor(userId)) return;
        log.warn({ supervisor: extension }, 'An agent who is no supervisor asked to supervise');
        throw new RequestRefused(403, 'Só supervisores acompanham ligações: peça o acesso ao administrador.', {
            name: 'not-supervisor'
        });
    }

    /** What a supervisor can do with this part of a call. */
    function modesOf(call: Call, leg: Leg, supervisor: string): SupervisionMode[] {
        const isOwn = call.legs.some((each) => each.agent === supervisor && !isOver(each));
        const isPossible = SPEAKS.includes(leg.state) && !isOwn && canSupervise(sourceOf(call.id));
        return isPossible ? [...supervisionModeSchema.options] : [];
    }

    const describe = (call: Call, leg: Leg, supervisor: string): Supervisable => ({
        legId: leg.id,
        extension: leg.agent,
        name: nameOf(leg.agent),
        state: leg.state,
        since: sinceOf(leg),
        modes: modesOf(call, leg, supervisor)
    });

    return {
        async supervisedCalls(supervisor: Agent): Promise<SupervisedCalls> {
            await requireSupervisor(supervisor);
            const calls = await liveCalls();
            return {
                calls: calls.map((call) => ({
                    callId: call.id,
                    direction: call.direction,
                    queue: call.queue,
                    protocol: call.protocol,
                    startedAt: call.startedAt,
                    agents: call.legs
                        .filter((leg) => !isOver(leg))
                        .map((leg) => describe(call, leg, supervisor.extension))
                }))
            };
        },

        async superviseCall(asker: Agent, callId: string, legId: string, mode: SupervisionMode): Promise<void> {
            await requireSupervisor(asker);
            const call = await requireCall(callById, callId);
            const leg = call.legs.find(({ id }) => id === legId);
            if (!leg) throw legUnknown();
            const supervisor = asker.extension;
            if (call.legs.some((each) => each.agent === supervisor && !isOver(each))) throw ownCall();
            if (isOver(leg)) throw new RequestRefused(409, 'Esta ligação já terminou.', { name: 'call-over' });
            if (modesOf(call, leg, supervisor).length === 0) throw notPossible(canSupervise(sourceOf(callId)));
            const request = { supervisor, callId, legId, agent: leg.agent, mode };
            try {
                await supervise(sourceOf(callId), request);
            } catch (error) {
                log.warn({ ...request, err: error }, 'A supervisor could not supervise a call');
                throw error;
            }
            log.info(request, 'A supervisor supervises a call');
        }
    };
}

function sinceOf({ state, offeredAt, answeredAt, heldSince }: Leg): Instant {
    if (state === 'held') return heldSince ?? answeredAt ?? offeredAt;
    return answeredAt ?? offeredAt;
}

const legUnknown = (): RequestRefused =>
    new RequestRefused(404, 'Este agente não está nesta ligação; atualize a lista.', { name: 'call-unknown' });

const ownCall = (): RequestRefused =>
    new RequestRefused(409, 'Esta ligação é sua: ninguém acompanha a si mesmo.', { name: 'own-call' });

const notPossible = (isAble: boolean): RequestRefused =>
    isAble
        ? new RequestRefused(409, 'O agente ainda não está falando nesta ligação.', { name: 'not-possible-now' })
        : new RequestRefused(409, 'A telefonia desta ligação não deixa acompanhá-la.', { name: 'not-capable' });
