import pino from 'pino';
import type { AgentCommand } from '../../../../src/contract/callActions.ts';
import type { CallEvent } from '../../../../src/contract/callEvent.ts';
import { AmiConnection } from '../../../../src/telephony/asterisk/amiConnection.ts';
import { type AmiMessage, fieldOf } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { carryOut } from '../../../../src/telephony/asterisk/commands/carryOut.ts';
import { createPbx } from '../../../../src/telephony/asterisk/commands/pbx.ts';
import { createDialPlan, DEFAULT_DIAL_PLAN } from '../../../../src/telephony/asterisk/dialPlan.ts';
import { createOriginations } from '../../../../src/telephony/asterisk/originations.ts';
import { translateEvent } from '../../../../src/telephony/asterisk/translateEvent.ts';
import { AmiServer } from '../../../../tools/replay/amiServer.ts';
import { newTranslation } from '../newTranslation.ts';

const SESSION: readonly unknown[] = ['Login', 'Ping'];

/** Agent and customer in one bridge. */
const CONNECTED: readonly AmiMessage[] = [
    { Response: 'Success', EventList: 'start' },
    { Event: 'CoreShowChannel', Channel: 'PJSIP/carrier-1', Uniqueid: 'c.1', Linkedid: 'c.1', BridgeId: 'b.1' },
    { Event: 'CoreShowChannel', Channel: 'PJSIP/1001-2', Uniqueid: 'a.2', Linkedid: 'c.1', BridgeId: 'b.1' },
    { Event: 'CoreShowChannelsComplete', EventList: 'Complete', ListItems: '2' }
];

/** A manager interface that does what the test says, with a call in which agent 1001 has the customer. */
export async function openScriptedPbx() {
    const asked: AmiMessage[] = [];
    const values = new Map<string, string>();
    const refused = new Map<string, string>();
    let react: (action: AmiMessage) => readonly AmiMessage[] = () => [];
    const server = new AmiServer((action) => {
        const name = fieldOf(action, 'Action');
        const words = refused.get(name);
        if (words !== undefined) return [{ Response: 'Error', Message: words }];
        if (name === 'CoreShowChannels') return CONNECTED;
        return [{ Response: 'Success', Value: values.get(fieldOf(action, 'Variable')) ?? '' }];
    });
    server.on('action', (action) => {
        const name = fieldOf(action, 'Action');
        if (SESSION.includes(name)) return;
        asked.push(action);
        const { ActionID: _, ...event } = action;
        // as the PBX does, to whoever listens
        if (name === 'UserEvent') server.broadcast({ Event: 'UserEvent', ...event });
        for (const message of react(action)) server.broadcast(message);
    });
    const translation = newTranslation();
    const originations = createOriginations();
    const events: CallEvent[] = [];
    const take = (message: AmiMessage) => {
        originations.observe(message);
        events.push(...translateEvent(message, '2026-11-23T12:00:00.000Z', translation));
    };
    const connection = await AmiConnection.open({
        ...{ host: '127.0.0.1', port: await server.listen(0, '127.0.0.1'), username: 'bridge', secret: 'a secret' },
        log: pino({ level: 'silent' }),
        onEvent: take
    });
    for (const message of ANSWERED) take(message);
    const dialPlan = createDialPlan({
        ...DEFAULT_DIAL_PLAN,
        context: 'softphone',
        queueExtensions: new Map([['vendas', '4002']]),
        outboundNumber: '9{national}'
    });
    const pbx = createPbx(connection);

    return {
        events,
        pbx,
        dialPlan,
        originations,
        take,
        /** What a function of the dial plan gives. */
        values,
        /** By an action's name, the words with which it is refused. */
        refused,
        /** The actions of that name. */
        asked: (name: string) => asked.filter((action) => fieldOf(action, 'Action') === name),
        /** What the PBX tells after an action. */
        reactTo: (reaction: typeof react) => void (react = reaction),
        send: (command: AgentCommand) =>
            carryOut({ ...command, callId: 'asterisk:c.1', legId: 'asterisk:a.2', agent: '1001' }, translation.calls, {
                pbx,
                ari: null,
                dialPlan,
                answerMethod: 'notify-talk'
            }),
        async close() {
            connection.close();
            await connection.closed;
            await server.close();
        }
    };
}

export type ScriptedPbx = Awaited<ReturnType<typeof openScriptedPbx>>;

const customer = { Channel: 'PJSIP/carrier-1', Uniqueid: 'c.1', Linkedid: 'c.1', CallerIDNum: '5511987654321' };
const toAgent = { DestChannel: 'PJSIP/1001-2', DestUniqueid: 'a.2', DestLinkedid: 'c.1' };
const ANSWERED: readonly AmiMessage[] = [
    { Event: 'QueueCallerJoin', Queue: 'suporte', ...customer },
    { Event: 'AgentCalled', ...customer, ...toAgent },
    { Event: 'AgentConnect', ...customer, ...toAgent }
];

/** What the PBX tells when the agent's phone begins to ask. */
export const asksOver = (dialled: string): readonly AmiMessage[] => [
    { Event: 'Hold', Channel: 'PJSIP/1001-2', Uniqueid: 'a.2', Linkedid: 'c.1' },
    {
        Event: 'LocalBridge',
        LocalOneChannel: `Local/${dialled}@softphone-00000001;1`,
        LocalOneUniqueid: 'l.1',
        LocalOneLinkedid: 'c.1',
        Exten: dialled
    }
];

/** What the PBX tells when whom the agent asks takes the call. */
export const answersOver: AmiMessage = { Event: 'DialEnd', DestUniqueid: 'l.1', DialStatus: 'ANSWER' };
