import type { QueueLogin } from '../../contract/queueLogin.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import type { Line } from './line.ts';
import { describeQueues, QUEUES } from './queueing.ts';

/** The line's queues as one agent may enter and leave them. */
export const queueLogins = (line: Line, agent: string): QueueLogin[] =>
    describeQueues(line).map((queue) => ({ ...queue, isIn: line.roster.serves(agent, queue.name), isFixed: false }));

/** Whoever enters is offered what waits there. Throws CommandRefused where there is no such queue. */
export function setQueueLogin(line: Line, agent: string, queue: string, isIn: boolean): void {
    if (!QUEUES.some((name) => name === queue))
        throw new CommandRefused(`A fila ${queue} não existe.`, { reason: 'no-such-target' });
    line.roster.setServing(agent, queue, isIn);
}
