import type { AgentAction, AgentCommand } from '../../../../src/contract/callActions.ts';
import { AmiRefused } from '../../../../src/telephony/asterisk/amiError.ts';
import { type AmiAction, type AmiMessage, fieldOf } from '../../../../src/telephony/asterisk/amiMessage.ts';
import type { AriClient } from '../../../../src/telephony/asterisk/ari/ariClient.ts';
import { AriRefused } from '../../../../src/telephony/asterisk/ari/ariError.ts';
import type { SceneOf } from '../../../../src/telephony/asterisk/commands/commandScene.ts';
import { createPbx } from '../../../../src/telephony/asterisk/commands/pbx.ts';
import { createCall, createLeg } from '../../../../src/telephony/asterisk/trackedCalls.ts';

export const AGENT = 'PJSIP/1001-00000001';
export const CUSTOMER = 'PJSIP/carrier-00000000';
const AT = '2026-11-23T12:00:00.000Z';

interface Channel {
    readonly name: string;
    readonly bridge: string;
    readonly variables: Map<string, string>;
    music: boolean;
}

/**
 * A PBX on which agent 1001, whose channel is `1.1`, speaks with the customer, whose channel is `1.0`: what was set on
 * the channels stays set, as measured on an Asterisk 22.
 */
export function conversingPbx() {
    const channels = new Map<string, Channel>();
    const asked: AmiAction[] = [];
    const refusals = new Map<string, Error>();
    const add = (uniqueid: string, name: string, bridge: string) =>
        void channels.set(uniqueid, { name, bridge, variables: new Map(), music: false });
    add('1.0', CUSTOMER, 'b1');
    add('1.1', AGENT, 'b1');
    const named = (name: string) => [...channels].find(([uniqueid, each]) => each.name === name || uniqueid === name);

    function answer(action: AmiAction): AmiMessage {
        const told = action as AmiMessage;
        const found = named(fieldOf(told, 'Channel'));
        if ('Channel' in action && !found) throw new AmiRefused('No such channel');
        const [uniqueid = '', channel] = found ?? [];
        const variable = fieldOf(told, 'Variable');
        if (action.Action === 'Setvar') channel?.variables.set(variable, String(action['Value']));
        if (action.Action === 'Hangup') channels.delete(uniqueid);
        return action.Action === 'Getvar' ? { Value: channel?.variables.get(variable) ?? '' } : {};
    }

    const pbx = createPbx({
        request: (action) => {
            asked.push(action);
            const refusal = refusals.get(action.Action);
            return refusal ? Promise.reject(refusal) : new Promise((resolve) => resolve(answer(action)));
        },
        list: () =>
            Promise.resolve(
                [...channels].map(([uniqueid, { name, bridge }]) => ({
                    ...{
                        Event: 'CoreShowChannel',
                        Channel: name,
                        Uniqueid: uniqueid,
                        Linkedid: '1.0',
                        BridgeId: bridge
                    }
                }))
            )
    });

    const ari: AriClient = {
        app: 'softphone-test',
        close: () => Promise.resolve(),
        async request(method, path) {
            const refusal = refusals.get(`${method} ${path.split('/').at(path.endsWith('/moh') ? -1 : -2)}`);
            if (refusal) throw refusal;
            const [, , of = '', what, id = ''] = path.split('/');
            if (!channels.has(of)) throw new AriRefused(404, 'Channel not found');
            if (what === 'snoop') {
                if (channels.has(id)) throw new AriRefused(500, 'Snoop channel could not be created');
                add(id, `Snoop/${of}-0000000${channels.size}`, '');
            } else (channels.get(of) as Channel).music = true;
            return Promise.resolve(null);
        }
    };

    const leg = createLeg(
        { uniqueid: '1.1', name: AGENT },
        { agent: '1001', kind: 'offer', offeredBy: 'queue', since: AT, answered: true }
    );
    const call = createCall('1.0', AT, { direction: 'inbound', number: null });

    return {
        ...{ channels, asked, leg, pbx, add },
        /** @param what an AMI action such as `UserEvent`, or `POST snoop`, `POST moh` */
        refuse: (what: string, error: Error) => void refusals.set(what, error),
        obey: () => refusals.clear(),
        sceneOf: <Action extends AgentAction>(command: AgentCommand & { readonly action: Action }, of = ari) =>
            ({ ...{ command, leg, call, pbx, ari: of, agent: '1001', channel: AGENT } }) as unknown as SceneOf<Action>,
        variable: (channel: string, name: string) => named(channel)?.[1].variables.get(name),
        /** Whether the two don't hear each other: from the agent, to the agent. */
        silent: () =>
            ['VOLUME(RX)', 'VOLUME(TX)'].map((name) => Number(named(AGENT)?.[1].variables.get(name) ?? 0) < 0),
        /** Into whose ear music plays. */
        music: () =>
            [...channels.values()].filter(({ music }) => music).map(({ name }) => /^Snoop\/(.*)-/.exec(name)?.[1]),
        announced: () =>
            asked.filter(({ Action }) => Action === 'UserEvent').map((action) => `${action['Type']} ${action['Leg']}`)
    };
}
