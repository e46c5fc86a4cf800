import {
    APPLICATION_SCOPE,
    MessageContext,
    createMessageContext,
    publish,
    subscribe,
    unsubscribe
} from '../messageService';

const CHANNEL = { channel: 'Dial__c' };
const EVERYWHERE = { scope: APPLICATION_SCOPE };

describe("the page's message service", () => {
    const context = createMessageContext();
    let heard: unknown[];
    const listen = (message: unknown) => heard.push(message);

    beforeEach(() => {
        heard = [];
    });

    it('carries a copy of a message to whoever listens on its channel, a little later', async () => {
        const subscription = subscribe(context, CHANNEL, listen, EVERYWHERE);
        const message = { number: '190', nothing: undefined };
        publish(context, CHANNEL, message);
        publish(context, { channel: 'Other__c' }, { number: '191' });
        expect(heard).toEqual([]);

        await Promise.resolve();
        expect(heard).toStrictEqual([{ number: '190' }]);
        unsubscribe(subscription);
    });

    it('carries nothing to who has stopped listening', async () => {
        publish(context, CHANNEL, {});
        unsubscribe(subscribe(context, CHANNEL, listen, EVERYWHERE));

        await Promise.resolve();
        expect(heard).toEqual([]);
    });

    it("ends a component's subscriptions when it leaves the page", async () => {
        let own: object = {};
        const wire = new MessageContext((emitted) => {
            own = emitted;
        });
        wire.connect();
        subscribe(own, CHANNEL, listen, EVERYWHERE);
        wire.disconnect();
        publish(context, CHANNEL, {});

        await Promise.resolve();
        expect(heard).toEqual([]);
    });

    it('refuses what cannot be written as JSON', () => {
        const message: { self?: object } = {};
        message.self = message;

        expect(() => publish(context, CHANNEL, message)).toThrow(TypeError);
    });

    it('refuses a subscription that would be deaf behind another tab', () => {
        expect(() => subscribe(context, CHANNEL, listen)).toThrow('APPLICATION_SCOPE');
    });
});
