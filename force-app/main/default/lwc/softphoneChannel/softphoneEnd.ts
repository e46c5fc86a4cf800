import SOFTPHONE_COMMAND from '@salesforce/messageChannel/SoftphoneCommand__c';
import SOFTPHONE_NEWS from '@salesforce/messageChannel/SoftphoneNews__c';
import type { CaseCalls, RecordingTicket } from 'bridge/contract';
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { failureOf } from './failureOf';
import type { SoftphoneCommand, SoftphoneNews } from './messages';
import { reasonOf } from './reasonOf';

/** What the softphone does for pages. What a promise rejects with, the page is told by its name. */
export interface CommandHandlers {
    /** Null while the bridge is away. */
    readonly canDial: () => boolean | null;
    /** Resolves when the agent's telephone is called. */
    readonly dial: (number: string, recordId: string | null) => Promise<unknown>;
    readonly loadCaseCalls: (caseId: string) => Promise<CaseCalls>;
    readonly openRecording: (protocol: string) => Promise<RecordingTicket>;
}

export function tellPages(messageContext: object, news: SoftphoneNews): void {
    publish(messageContext, SOFTPHONE_NEWS, news);
}

/**
 * Answers what pages ask. Every command is answered twice: at once that a softphone is there, and then with what came
 * of it.
 *
 * @returns ends it
 */
export function subscribeToCommands(messageContext: object, handlers: CommandHandlers): () => void {
    const subscription = subscribe<SoftphoneCommand>(
        messageContext,
        SOFTPHONE_COMMAND,
        (command) => {
            tellPages(messageContext, { kind: 'ready', canDial: handlers.canDial() });
            void answer(command, handlers).then((news) => {
                if (news) tellPages(messageContext, news);
            });
        },
        { scope: APPLICATION_SCOPE }
    );
    return () => unsubscribe(subscription);
}

async function answer(command: SoftphoneCommand, handlers: CommandHandlers): Promise<SoftphoneNews | null> {
    switch (command.kind) {
        case 'readyWanted':
            return null;
        case 'dial': {
            const { number, recordId } = command;
            return handlers.dial(number, recordId).then(
                () => ({ kind: 'dialAccepted', number, recordId }),
                (error: unknown) => ({ kind: 'dialRefused', number, recordId, reason: reasonOf(error) })
            );
        }
        case 'caseCallsWanted': {
            const { caseId } = command;
            return handlers.loadCaseCalls(caseId).then(
                ({ calls }) => ({ kind: 'caseCalls', caseId, calls }),
                (error: unknown) => ({ kind: 'caseCallsFailed', caseId, reason: reasonOf(error) })
            );
        }
        case 'recordingWanted': {
            const { protocol } = command;
            return handlers.openRecording(protocol).then(
                (ticket) => ({ kind: 'recording', protocol, ticket }),
                (error: unknown) => ({ kind: 'recordingFailed', protocol, ...failureOf(error) })
            );
        }
    }
}
