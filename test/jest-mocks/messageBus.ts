import SOFTPHONE_COMMAND from '@salesforce/messageChannel/SoftphoneCommand__c';
import SOFTPHONE_NEWS from '@salesforce/messageChannel/SoftphoneNews__c';
import type { SoftphoneCommand, SoftphoneNews } from 'c/softphoneChannel';
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';

interface Listening {
    readonly channel: object;
    readonly listener: (message: unknown) => void;
}

/** The message service of one Lightning page; the test plays the softphone, or is one of the pages. */
export class MessageBus {
    readonly commands: SoftphoneCommand[] = [];
    readonly news: SoftphoneNews[] = [];
    #listening: Listening[] = [];

    constructor() {
        jest.mocked(publish).mockImplementation((_context, channel, message) => this.deliver(channel, message));
        jest.mocked(subscribe).mockImplementation((_context, channel, listener, options) => {
            if (options?.scope !== APPLICATION_SCOPE) throw new Error('a tab behind would hear nothing');
            const listening = { channel, listener: listener as Listening['listener'] };
            this.#listening.push(listening);
            return listening;
        });
        jest.mocked(unsubscribe).mockImplementation((subscription) => {
            this.#listening = this.#listening.filter((listening) => listening !== subscription);
        });
    }

    get listenerCount(): number {
        return this.#listening.length;
    }

    /** What the softphone says. */
    tell(news: SoftphoneNews): void {
        this.deliver(SOFTPHONE_NEWS, news);
    }

    /** What a page asks. */
    ask(command: SoftphoneCommand): void {
        this.deliver(SOFTPHONE_COMMAND, command);
    }

    /** Messages cross the boundaries of frames as JSON. */
    private deliver(channel: object, message: object): void {
        const copy: unknown = JSON.parse(JSON.stringify(message));
        if (channel === SOFTPHONE_COMMAND) this.commands.push(copy as SoftphoneCommand);
        else this.news.push(copy as SoftphoneNews);
        for (const listening of this.#listening) if (listening.channel === channel) listening.listener(copy);
    }
}
