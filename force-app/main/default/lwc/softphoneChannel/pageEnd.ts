import SOFTPHONE_COMMAND from '@salesforce/messageChannel/SoftphoneCommand__c';
import SOFTPHONE_NEWS from '@salesforce/messageChannel/SoftphoneNews__c';
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import type { SoftphoneCommand, SoftphoneNews } from './messages';

/** How long a softphone that is there may take to say so. */
const ANSWER_TIMEOUT_MS = 2_000;

export interface SoftphoneLineOptions {
    /** What any page is told, this one or another. */
    readonly onNews: (news: SoftphoneNews) => void;
    /** A command was answered by nobody: there is no softphone on this page, or it does not run. */
    readonly onSilence: () => void;
}

/** A page's line to the softphone. */
export interface SoftphoneLine {
    ask(command: SoftphoneCommand): void;
    close(): void;
}

export function openSoftphoneLine(messageContext: object, { onNews, onSilence }: SoftphoneLineOptions): SoftphoneLine {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const subscription = subscribe<SoftphoneNews>(
        messageContext,
        SOFTPHONE_NEWS,
        (news) => {
            clearTimeout(silence);
            onNews(news);
        },
        { scope: APPLICATION_SCOPE }
    );
    return {
        ask(command) {
            clearTimeout(silence);
            silence = setTimeout(onSilence, ANSWER_TIMEOUT_MS);
            publish(messageContext, SOFTPHONE_COMMAND, command);
        },
        close() {
            clearTimeout(silence);
            unsubscribe(subscription);
        }
    };
}
