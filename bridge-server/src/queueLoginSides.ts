import type { QueueLogin } from './contract/queueLogin.ts';
import { CommandRefused, type TelephonyAdapter } from './telephony/telephonyAdapter.ts';

type Side = Pick<TelephonyAdapter, 'queueLogins' | 'setQueueLogin'>;

const NOT_OFFERED = 'Os agentes não entram em filas nem saem delas pelo softphone nesta telefonia.';
const UNKNOWN = 'Esta fila não existe ou não pode ser escolhida.';

/** The queues of all telephony sides that agents may enter and leave. Throws CommandRefused. */
export function createQueueLoginSides(sides: readonly Side[]) {
    const able = sides.filter((side) => side.queueLogins && side.setQueueLogin);

    const loginsOf = async (agent: string, side: Side): Promise<QueueLogin[]> =>
        (await side.queueLogins?.(agent)) ?? [];

    return {
        canLogInToQueues: able.length > 0,

        async queueLogins(agent: string): Promise<QueueLogin[]> {
            if (able.length === 0) throw new CommandRefused(NOT_OFFERED, { reason: 'not-capable' });
            return (await Promise.all(able.map((side) => loginsOf(agent, side)))).flat();
        },

        async setQueueLogin(agent: string, queue: string, isIn: boolean): Promise<void> {
            if (able.length === 0) throw new CommandRefused(NOT_OFFERED, { reason: 'not-capable' });
            const [only] = able;
            if (able.length === 1) return only?.setQueueLogin?.(agent, queue, isIn);
            for (const side of able) {
                const known = await loginsOf(agent, side);
                if (known.some(({ name }) => name === queue)) return side.setQueueLogin?.(agent, queue, isIn);
            }
            throw new CommandRefused(UNKNOWN, { reason: 'no-such-target' });
        }
    };
}

export type QueueLoginSides = ReturnType<typeof createQueueLoginSides>;
