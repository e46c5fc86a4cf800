import type { Agent } from '../contract/agentApi.ts';
import type { QueueLogin, QueueLogins } from '../contract/queueLogin.ts';

interface QueueLoginOptions {
    /** Throws RequestRefused, as `setQueueLogin` does. */
    readonly queueLogins: (agent: string) => Promise<QueueLogin[]>;
    readonly setQueueLogin: (agent: string, queue: string, isIn: boolean) => Promise<void>;
}

const byName = new Intl.Collator('pt-BR', { numeric: true, sensitivity: 'base' });

/** The queues that agents enter and leave themselves. Throws RequestRefused (409) with the telephony side's words. */
export function createQueueLogins({ queueLogins, setQueueLogin }: QueueLoginOptions) {
    return {
        async queueLogins({ extension }: Agent): Promise<QueueLogins> {
            const queues = await queueLogins(extension);
            return { queues: queues.toSorted((a, b) => byName.compare(a.name, b.name)) };
        },

        setQueueLogin: ({ extension }: Agent, queue: string, isIn: boolean): Promise<void> =>
            setQueueLogin(extension, queue, isIn)
    };
}
