import { randomUUID } from 'node:crypto';
import type { SupervisionMode } from '../../../contract/supervision.ts';
import { CommandRefused, type SupervisionRequest } from '../../telephonyAdapter.ts';
import type { AgentOf } from '../agentPhone.ts';
import { type AmiMessage, fieldOf } from '../amiMessage.ts';
import type { Originations } from '../originations.ts';
import type { TrackedCalls } from '../trackedCalls.ts';
import { findLeg, phoneOf } from './findLeg.ts';
import type { Pbx } from './pbx.ts';

interface SupervisionScene {
    readonly calls: TrackedCalls;
    readonly agentOf: AgentOf;
    readonly interfaceOf: (extension: string) => string;
    readonly originations: Originations;
    readonly pbx: Pbx;
}

/** With this begins the Uniqueid of a supervisor's channel, and so the Linkedid of whatever it consists of. */
const OWN_CHANNEL = 'supervision-';
/** How long the telephone rings where it does not pick up by itself. */
const RING_MS = 20_000;
/** So long the PBX may take to make the telephone ring. */
const PATIENCE_MS = 5_000;
/** A telephone that was just hung up is gone by then. */
const HANG_UP_MS = 300;

/**
 * ChanSpy's options: `u` exactly this channel, `q` without a beep, `E` and `S` over when the agent's channel is, `d` the
 * keys 4, 5 and 6 change the mode.
 */
const SPY_OPTIONS = 'uqESd';
const MODES: Readonly<Record<SupervisionMode, { readonly option: string; readonly key: string }>> = {
    listen: { option: '', key: '4' },
    whisper: { option: 'w', key: '5' },
    barge: { option: 'B', key: '6' }
};

const NO_PHONE = 'O seu telefone não tocou: confira se ele está registrado e livre.';
const SILENT = 'A central telefônica não chamou o seu telefone a tempo. Tente de novo.';

/** Lets a supervisor's telephone hear an agent's channel, and speak into it. Throws CommandRefused. */
export async function supervise(request: SupervisionRequest, scene: SupervisionScene): Promise<void> {
    const { supervisor } = request;
    const { calls, agentOf, pbx } = scene;
    const channel = phoneOf(findLeg(calls, request).leg);
    const channels = await pbx.list({ Action: 'CoreShowChannels' });
    const spies = channels.filter((each) => isSpy(each) && agentOf(fieldOf(each, 'Channel')) === supervisor);
    const already = spies.find((each) => spiedOn(each) === channel);
    if (already && (await changesMode(already, request.mode, scene))) return;
    // one telephone hears one call
    for (const spy of spies.filter((each) => each !== already))
        await pbx.ask({ Action: 'Hangup', Channel: fieldOf(spy, 'Channel') });
    await callSupervisor(request, channel, scene);
}

/** Whether a message is about a supervisor's channel, which is no call. */
export const isOfSupervision = (message: AmiMessage): boolean =>
    ['Linkedid', 'DestLinkedid'].some((name) => fieldOf(message, name).startsWith(OWN_CHANNEL));

/** The key as if the supervisor had pressed it; false when they just hung up. */
async function changesMode(
    spy: AmiMessage,
    mode: SupervisionMode,
    { originations, pbx }: SupervisionScene
): Promise<boolean> {
    const end = originations.expect(fieldOf(spy, 'Uniqueid'), HANG_UP_MS);
    const key = { Digit: MODES[mode].key, Receive: 'true' };
    try {
        await pbx.ask({ Action: 'PlayDTMF', Channel: fieldOf(spy, 'Channel'), ...key });
    } catch (error) {
        if (error instanceof CommandRefused && error.reason === 'call-over') return false;
        throw error;
    }
    return (await end) !== 'failed';
}

async function callSupervisor(
    { supervisor, agent, mode }: SupervisionRequest,
    channel: string,
    { interfaceOf, originations, pbx }: SupervisionScene
): Promise<void> {
    // a Linkedid of its own: it is no call, and part of none
    const channelId = `${OWN_CHANNEL}${randomUUID()}`;
    const outcome = originations.expect(channelId, PATIENCE_MS);
    await pbx.ask({
        Action: 'Originate',
        Channel: interfaceOf(supervisor),
        ChannelId: channelId,
        Application: 'ChanSpy',
        Data: `${channel},${SPY_OPTIONS}${MODES[mode].option}`,
        CallerID: `Supervisão ${agent} <${agent}>`,
        // many phones pick up by themselves then; a comma would begin another variable
        Variable: 'PJSIP_HEADER(add\\,Call-Info)=<sip:pbx>;answer-after=0',
        Timeout: RING_MS,
        Async: 'true'
    });
    const came = await outcome;
    if (came === 'failed') throw new CommandRefused(NO_PHONE, { reason: 'phone-unreachable' });
    if (came === null) throw new CommandRefused(SILENT, { reason: 'telephony-silent' });
}

const isSpy = (channel: AmiMessage): boolean => fieldOf(channel, 'Application') === 'ChanSpy';
const spiedOn = (channel: AmiMessage): string => fieldOf(channel, 'ApplicationData').split(',')[0] ?? '';
