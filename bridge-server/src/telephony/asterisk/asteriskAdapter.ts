import type { Logger } from 'pino';
import type { AgentAction } from '../../contract/callActions.ts';
import { CommandRefused, type TelephonyAdapter } from '../telephonyAdapter.ts';
import { createAgentOf, DEFAULT_AGENT_CHANNEL } from './agentPhone.ts';
import type { AriClient } from './ari/ariClient.ts';
import { createAsteriskPresence } from './asteriskPresence.ts';
import type { MissedCalls } from './callLog/keepComplete.ts';
import { createCallWatch } from './callWatch.ts';
import { ACTIONS, carryOut } from './commands/carryOut.ts';
import type { AnswerMethod } from './commands/commandScene.ts';
import { dialOut } from './commands/dialOut.ts';
import { createTurns } from './commands/turns.ts';
import { createPbx, type Pbx } from './commands/pbx.ts';
import { createStrayMusic } from './commands/strayMusic.ts';
import { supervise } from './commands/supervise.ts';
import { createDialPlan, DEFAULT_DIAL_PLAN, type DialPlanOptions } from './dialPlan.ts';
import { createOriginations } from './originations.ts';
import { createProtocolVariable } from './protocolVariable.ts';
import { createAsteriskQueueLogins } from './queueLogins.ts';
import { SOURCE, TrackedCalls } from './trackedCalls.ts';

export interface AsteriskAdapterOptions {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    readonly secret: string;
    readonly tls?: boolean;
    /** Which channels are agents' phones; the first group is the agent's extension. */
    readonly agentChannel?: RegExp;
    /** An agent's telephone as the PBX calls it; `{extension}` stands for the extension. */
    readonly agentInterface?: string;
    /** How each agent's phone is answered; `notify-talk` where nothing is said. */
    readonly answerMethodOf?: (agent: string) => AnswerMethod;
    /** The PBX's REST interface; null: what needs it is not offered. Closed with the adapter. */
    readonly ari?: AriClient | null;
    readonly dialPlan?: Partial<DialPlanOptions>;
    /** The channel variable with the protocol; null: neither read nor set. */
    readonly protocolVariable?: string | null;
    /** Where the calls can be read that nobody saw; null: they are not recovered. */
    readonly missed?: MissedCalls | null;
    /** How long until a call log that could not be read is tried again. */
    readonly missedIntervalMs?: number;
    /** The queues that agents may enter and leave, `*` for all; none: agents may not. */
    readonly queueLogin?: readonly string[];
    /** The longest wait before the next attempt to connect, or to hand an event over. */
    readonly maxBackoffMs?: number;
    readonly pingIntervalMs?: number;
    /** How long the PBX may take to answer an action. */
    readonly deadlineMs?: number;
    /** How many events may wait for the sink before the PBX is no longer listened to. */
    readonly maxWaiting?: number;
    /** How long stopping may take while the sink is away. */
    readonly stopLimitMs?: number;
    readonly log: Logger;
    /** Told the name of each AMI event that means nothing here. */
    readonly countIgnored?: (eventName: string) => void;
    readonly clock?: () => Date;
}

const DEFAULTS = {
    agentInterface: DEFAULT_DIAL_PLAN.agentInterface,
    ari: null,
    missed: null,
    missedIntervalMs: 60_000,
    queueLogin: [],
    maxBackoffMs: 10_000,
    maxWaiting: 1_000,
    stopLimitMs: 5_000
} satisfies Partial<AsteriskAdapterOptions>;

const NEEDS_ARI: readonly AgentAction[] = ['hold', 'resume'];
const NOT_CONNECTED = 'A central telefônica está fora de alcance. Use o próprio aparelho.';

/** An Asterisk that owns its calls: it is observed, and asked, over its manager interface (AMI). */
export function createAsteriskAdapter(given: AsteriskAdapterOptions): TelephonyAdapter {
    const options = { ...DEFAULTS, ...given };
    const { agentInterface, ari, queueLogin } = options;
    const { answerMethodOf = () => 'notify-talk', clock = () => new Date() } = options;
    const log = options.log.child({ pbx: `${options.host}:${options.port}` });
    const calls = new TrackedCalls();
    const agentOf = createAgentOf(options.agentChannel ?? DEFAULT_AGENT_CHANNEL);
    const dialPlan = createDialPlan({ ...DEFAULT_DIAL_PLAN, agentInterface, ...options.dialPlan });
    const { interfaceOf } = dialPlan;
    const protocols = createProtocolVariable(options.protocolVariable ?? null);
    const presence = createAsteriskPresence({ agentOf, log });
    const originations = createOriginations();
    const inTurn = createTurns();
    const strayMusic = createStrayMusic(log);
    const watch = createCallWatch({
        ...options,
        ...{ calls, agentOf, protocols, log },
        countIgnored: options.countIgnored ?? (() => undefined),
        now: () => clock().toISOString(),
        onMessage(message) {
            presence.observe(message);
            originations.observe(message);
            strayMusic.observe(message);
        },
        onConnected(connection, { channels }) {
            strayMusic.connected(createPbx(connection), channels);
            presence.connected(connection);
        }
    });

    function connectedPbx(): Pbx {
        const connection = watch.connection();
        if (!connection) throw new CommandRefused(NOT_CONNECTED, { reason: 'telephony-away' });
        return createPbx(connection);
    }

    return {
        source: SOURCE,
        start: watch.start,
        capabilitiesOf: (agent) =>
            ACTIONS.filter(
                (action) =>
                    (action !== 'answer' || answerMethodOf(agent) === 'notify-talk') &&
                    (ari !== null || !NEEDS_ARI.includes(action))
            ),
        async command(command) {
            const answerMethod = answerMethodOf(command.agent);
            await inTurn(command.legId, () =>
                carryOut(command, calls, { pbx: connectedPbx(), ari, dialPlan, answerMethod })
            );
        },
        async dial(agent, number) {
            return dialOut(agent, number, { pbx: connectedPbx(), dialPlan, originations });
        },
        async supervise(request) {
            await supervise(request, { calls, agentOf, interfaceOf, originations, pbx: connectedPbx() });
        },
        async protocolIssued(callId, protocol) {
            const setting = protocols.setting(callId, protocol);
            if (setting) await watch.connection()?.request(setting);
        },
        setPresence: presence.set,
        queues: presence.queues,
        ...(queueLogin.length > 0 &&
            createAsteriskQueueLogins({
                ...{ allowed: queueLogin, interfaceOf, agentOf },
                pauseOf: presence.pauseOf,
                pbx: connectedPbx
            })),
        async stop() {
            await watch.stop();
            await ari?.close();
        }
    };
}
