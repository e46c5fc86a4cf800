import type { QueueLogin } from '../../contract/queueLogin.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import type { AgentOf } from './agentPhone.ts';
import { type AmiAction, type AmiMessage, fieldOf } from './amiMessage.ts';
import type { Pbx } from './commands/pbx.ts';

interface QueueLoginOptions {
    /** The queues that agents may enter and leave; `*`: all. */
    readonly allowed: readonly string[];
    /** An agent's telephone as a queue is told it. */
    readonly interfaceOf: (extension: string) => string;
    readonly agentOf: AgentOf;
    /** The pause with which an agent enters. */
    readonly pauseOf: (agent: string) => Omit<AmiAction, 'Action'>;
    /** Throws CommandRefused while the PBX is away. */
    readonly pbx: () => Pbx;
}

const EVERY = '*';
/** Words of app_queue for what is so already. */
const ALREADY = /already there|: not there/i;
const NO_SUCH_QUEUE = /no such queue/i;
const NOT_DYNAMIC = /not dynamic/i;

const NOT_ALLOWED = 'Esta fila não está entre as que os agentes podem escolher.';
const UNKNOWN = 'Esta fila não existe na central telefônica.';
const FIXED = 'O administrador fixou você nesta fila: não é possível sair pelo softphone.';

/** Agents enter and leave Asterisk's queues: members that are added and removed (`Membership: dynamic`). */
export function createAsteriskQueueLogins({ allowed, interfaceOf, agentOf, pauseOf, pbx }: QueueLoginOptions) {
    const isAllowed = (queue: string): boolean => allowed.includes(EVERY) || allowed.includes(queue);

    async function membershipsOf(agent: string, queue: string): Promise<AmiMessage[]> {
        const status = await pbx().list({ Action: 'QueueStatus', Queue: queue });
        return status.filter((each) => isMember(each) && agentOf(fieldOf(each, 'Location')) === agent);
    }

    async function enter(agent: string, queue: string): Promise<void> {
        // under whatever interface: nobody is to be rung twice
        if ((await membershipsOf(agent, queue)).length > 0) return;
        await change({
            Action: 'QueueAdd',
            Queue: queue,
            Interface: interfaceOf(agent),
            MemberName: agent,
            ...pauseOf(agent)
        });
    }

    async function leave(agent: string, queue: string): Promise<void> {
        const memberships = await membershipsOf(agent, queue);
        if (memberships.some(isFixed)) throw fixed();
        for (const membership of memberships)
            await change({ Action: 'QueueRemove', Queue: queue, Interface: fieldOf(membership, 'Location') });
    }

    async function change(action: AmiAction): Promise<void> {
        const refusal = (words: string): CommandRefused => {
            if (NO_SUCH_QUEUE.test(words)) return new CommandRefused(UNKNOWN, { reason: 'no-such-target' });
            return NOT_DYNAMIC.test(words) ? fixed() : new CommandRefused(words);
        };
        let isSoAlready = false;
        await pbx()
            .ask(action, (words) => {
                isSoAlready = ALREADY.test(words);
                return refusal(words);
            })
            .catch((error: unknown) => {
                if (!isSoAlready) throw error;
            });
    }

    return {
        /** Throws CommandRefused. */
        async queueLogins(agent: string): Promise<QueueLogin[]> {
            const [status, summaries] = await Promise.all([
                pbx().list({ Action: 'QueueStatus' }),
                pbx().list({ Action: 'QueueSummary' })
            ]);
            const own = status.filter((each) => isMember(each) && agentOf(fieldOf(each, 'Location')) === agent);
            return summaries
                .filter((summary) => isAllowed(fieldOf(summary, 'Queue')))
                .map((summary) => {
                    const name = fieldOf(summary, 'Queue');
                    const memberships = own.filter((each) => fieldOf(each, 'Queue') === name);
                    return {
                        name,
                        isIn: memberships.length > 0,
                        isFixed: memberships.some(isFixed),
                        waiting: countOf(summary, 'Callers'),
                        free: countOf(summary, 'Available')
                    };
                });
        },

        /** Throws CommandRefused: a queue that agents may not choose or that is not there, or one where they are fixed. */
        async setQueueLogin(agent: string, queue: string, isIn: boolean): Promise<void> {
            if (!isAllowed(queue)) throw new CommandRefused(NOT_ALLOWED, { reason: 'no-such-target' });
            await (isIn ? enter(agent, queue) : leave(agent, queue));
        }
    };
}

const isMember = (message: AmiMessage): boolean => fieldOf(message, 'Event') === 'QueueMember';

/** Only who was added can be removed: `static` stands in queues.conf, `realtime` in its database. */
const isFixed = (member: AmiMessage): boolean => fieldOf(member, 'Membership') !== 'dynamic';

const fixed = (): CommandRefused => new CommandRefused(FIXED, { reason: 'not-possible-now' });

const countOf = (message: AmiMessage, name: string): number | null => {
    const text = fieldOf(message, name);
    return /^\d+$/.test(text) ? Number(text) : null;
};
