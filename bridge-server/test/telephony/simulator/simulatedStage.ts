import type { AgentCommand, TransferTarget } from '../../../src/contract/callActions.ts';
import type { LegEvent } from '../../../src/contract/callEvent.ts';
import {
    createSimulatorAdapter,
    type SimulatedCustomer,
    type SimulatorAdapter,
    type SimulatorOptions
} from '../../../src/telephony/simulator/simulatorAdapter.ts';
import { RecordingSink } from '../asterisk/recordingSink.ts';

export const MARIA = { number: '5511987654321', name: 'Maria da Silva', agent: '1001', ring: 'me' } as const;
export const toAgent = (extension: string): TransferTarget => ({ kind: 'agent', extension });
export const toQueue = (name: string): TransferTarget => ({ kind: 'queue', name });
export const toNumber = (number: string): TransferTarget => ({ kind: 'number', number });

/** The line with a sink that remembers, under jest's clock. */
export interface SimulatedStage {
    readonly line: SimulatorAdapter;
    readonly sink: RecordingSink;
    readonly errors: readonly unknown[];
    /** Signs agents in as available. */
    signIn(...agents: string[]): Promise<void>;
    ring(customer?: Partial<SimulatedCustomer>): Promise<string>;
    /** Sends what the agent asks of their latest leg. */
    command(agent: string, command: AgentCommand | AgentCommand['action']): Promise<void>;
    /** Lets so many milliseconds pass. */
    pass(ms: number): Promise<void>;
    /** What was told since the last time this was asked. */
    news(): string[];
}

export function openStage(options: Partial<SimulatorOptions> = {}): SimulatedStage {
    const sink = new RecordingSink();
    const errors: unknown[] = [];
    const line = createSimulatorAdapter({
        now: () => new Date(),
        onError: (error) => errors.push(error),
        ...options
    });
    line.start(sink);
    let read = 0;
    const legOf = (agent: string) =>
        sink.events.findLast((event): event is LegEvent => 'legId' in event && event.agent === agent);
    return {
        line,
        sink,
        errors,
        async signIn(...agents) {
            for (const agent of agents) await line.setPresence?.(agent, { state: 'available' });
        },
        ring: (customer) => line.placeCall({ ...MARIA, ...customer }),
        async command(agent, command) {
            const leg = legOf(agent);
            if (!leg) throw new Error(`${agent} has no leg`);
            const { callId, legId } = leg;
            const asked = typeof command === 'string' ? ({ action: command } as AgentCommand) : command;
            await line.command({ ...asked, callId, legId, agent });
        },
        pass: async (ms) => void (await jest.advanceTimersByTimeAsync(ms)),
        news() {
            const told = sink.story.filter((what) => !what.startsWith('snapshot'));
            const fresh = told.slice(read);
            read = told.length;
            return fresh;
        }
    };
}
