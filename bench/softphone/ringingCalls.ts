import { mobileOf } from '../local-org/phoneContacts.ts';
import type { WebhookEvent, WebhookSender } from '../sync/webhookSender.ts';

/** So many customers are on record; no call is of anybody else. */
export const CALLERS = 200;

/** Calls that ring at an agent until somebody ends them. */
export interface RingingCalls {
    /** One more rings. */
    ring(): Promise<void>;
    /** The one that rings longest ends: in turns a colleague takes it, or the customer gives up. */
    endOldest(): Promise<void>;
    /** The agent takes the one that rings longest. */
    answerOldest(): Promise<void>;
    readonly count: number;
}

const COLLEAGUE = '1002';

/** @param agent the extension */
export function createRingingCalls({ tell }: WebhookSender, agent: string): RingingCalls {
    const ringing: number[] = [];
    let begun = 0;

    const ofCall = (number: number): Pick<WebhookEvent, 'callId' | 'at' | 'facts'> => ({
        callId: `call-${number}`,
        at: new Date().toISOString(),
        facts: { direction: 'inbound', number: mobileOf(number % CALLERS), queue: 'suporte' }
    });
    const ofLeg = (number: number, extension = agent) => ({
        ...ofCall(number),
        legId: `call-${number}/${extension}`,
        agent: extension
    });
    function takeOldest(): number {
        const number = ringing.shift();
        if (number === undefined) throw new Error('No call rings.');
        return number;
    }

    return {
        async ring() {
            const number = begun;
            begun += 1;
            ringing.push(number);
            await tell({ type: 'legOffered', ...ofLeg(number) });
        },
        async endOldest() {
            const number = takeOldest();
            if (number % 2 === 0) {
                await tell({ type: 'callAbandoned', ...ofCall(number) });
                return;
            }
            await tell({ type: 'legAnswered', ...ofLeg(number, COLLEAGUE) });
            await tell({ type: 'legEnded', ...ofLeg(number), reason: 'answeredElsewhere' });
        },
        async answerOldest() {
            await tell({ type: 'legAnswered', ...ofLeg(takeOldest()) });
        },
        get count() {
            return ringing.length;
        }
    };
}
