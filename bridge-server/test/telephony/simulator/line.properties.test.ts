import fc from 'fast-check';
import { applies } from '../../../src/agents/applies.ts';
import { applyEvent } from '../../../src/calls/applyEvent.ts';
import type { Call } from '../../../src/calls/call.ts';
import { type AgentAction, type AgentCommand, agentActionSchema } from '../../../src/contract/callActions.ts';
import { type CallEvent, callEventSchema } from '../../../src/contract/callEvent.ts';
import { carryOut } from '../../../src/telephony/simulator/agentCommands.ts';
import { customerLeaves } from '../../../src/telephony/simulator/customers.ts';
import { dial } from '../../../src/telephony/simulator/dialling.ts';
import { Line } from '../../../src/telephony/simulator/line.ts';
import { enterQueue, offerWaiting } from '../../../src/telephony/simulator/queueing.ts';
import { ringAt } from '../../../src/telephony/simulator/ringing.ts';
import type { SimulatedCall, SimulatedLeg } from '../../../src/telephony/simulator/simulatedCall.ts';
import { SIMULATOR_TIMINGS } from '../../../src/telephony/simulator/timings.ts';
import { CommandRefused } from '../../../src/telephony/telephonyAdapter.ts';
import { toAgent, toNumber, toQueue } from './simulatedStage.ts';

/*
 * Whatever agents, customers and time do to the line: what the bridge makes of its events is what the line knows.
 */

const AGENTS = ['1001', '1002', '1003'];
const anyAgent = fc.constantFrom(...AGENTS);
const targets = [...AGENTS.map(toAgent), toAgent('1042'), toQueue('Vendas'), toNumber('1134567890'), toNumber('0000')];

const commands: AgentCommand[] = agentActionSchema.options.flatMap((action): AgentCommand[] => {
    if (action === 'dtmf') return [{ action, digits: '1' }];
    if (action === 'consult' || action === 'blindTransfer') return targets.map((to) => ({ action, to }));
    return [{ action }];
});

type Step =
    /** One of those that softphones show a button for now. */
    | { do: 'press'; nth: number }
    | { do: 'command'; command: AgentCommand; leg: number }
    | { do: 'ring'; agent: string; queue: boolean }
    | { do: 'dial'; agent: string; number: string }
    | { do: 'presence'; agent: string; state: 'available' | 'offline' | 'wrapUp' }
    | { do: 'leave'; call: number }
    | { do: 'pass'; ms: number };

const step = <Name extends Step['do']>(name: Name, weight: number, details: object) => ({
    weight,
    arbitrary: fc.record({ do: fc.constant(name), ...details }) as fc.Arbitrary<unknown> as fc.Arbitrary<Step>
});

// what ends calls comes seldom, or most stories would be over before they begin
const anyStep: fc.Arbitrary<Step> = fc.oneof(
    step('press', 12, { nth: fc.nat() }),
    step('command', 2, { command: fc.constantFrom(...commands), leg: fc.nat({ max: 5 }) }),
    step('ring', 1, { agent: anyAgent, queue: fc.boolean() }),
    step('dial', 1, {
        agent: anyAgent,
        number: fc.constantFrom('1001', '1002', '1042', '+5511987654321', '+551134560000')
    }),
    step('presence', 1, { agent: anyAgent, state: fc.constantFrom('available', 'offline', 'wrapUp') }),
    step('leave', 1, { call: fc.nat({ max: 5 }) }),
    step('pass', 3, { ms: fc.constantFrom(1, 2_000, 5_000, 20_000) })
);
const anyStory = fc.array(anyStep, { minLength: 30, maxLength: 80, size: 'max' });

/** The line, and the calls that the bridge knows from its events. */
function openLine() {
    const events: CallEvent[] = [];
    const known = new Map<string, Call>();
    const hear = (event: CallEvent) => {
        events.push(event);
        known.set(event.callId, applyEvent(known.get(event.callId) ?? null, event));
    };
    const line = new Line(SIMULATOR_TIMINGS, { now: () => new Date(), event: hear }, offerWaiting);
    for (const agent of AGENTS) line.roster.set(agent, { state: 'available' });
    return { line, events, known };
}

type Stage = ReturnType<typeof openLine>;

interface LiveLeg {
    readonly call: SimulatedCall;
    readonly leg: SimulatedLeg;
}

const liveLegs = (line: Line): LiveLeg[] =>
    [...line.calls.values()].flatMap((call) => call.liveLegs().map((leg) => ({ call, leg })));

/** Tries it; resolves to whether it was refused. A refusal tells nothing. */
function attempt({ line, events }: Stage, what: () => void): boolean {
    const before = events.length;
    try {
        line.act(what);
        return false;
    } catch (error) {
        expect(error).toBeInstanceOf(CommandRefused);
        expect((error as Error).message).not.toBe('');
        expect(events).toHaveLength(before);
        return true;
    }
}

const LEAVES: readonly AgentAction[] = ['hangup', 'reject', 'blindTransfer'];

const carry = ({ line }: Stage, { call, leg }: LiveLeg, command: AgentCommand) =>
    carryOut(line, { ...command, callId: call.id, legId: leg.id, agent: leg.agent });

/** What softphones show a button for works; only to whom a call is handed is not known beforehand. */
function press(stage: Stage, nth: number): void {
    const buttons = liveLegs(stage.line).flatMap((live) => {
        const known = stage.known.get(live.call.id)!;
        const shown = known.legs.find(({ id }) => id === live.leg.id)!;
        return commands
            .filter(({ action }) => applies(action, known, shown) && (nth % 3 === 0 || !LEAVES.includes(action)))
            .map((command) => ({ live, command }));
    });
    const button = buttons[nth % buttons.length];
    if (!button) return;
    const wasRefused = attempt(stage, () => carry(stage, button.live, button.command));
    if (!('to' in button.command)) expect({ ...button.command, wasRefused }).toMatchObject({ wasRefused: false });
}

function take(stage: Stage, step: Step): void {
    const { line } = stage;
    switch (step.do) {
        case 'press':
            return press(stage, step.nth);
        case 'command': {
            const live = liveLegs(line).at(step.leg);
            return void (live && attempt(stage, () => carry(stage, live, step.command)));
        }
        case 'ring':
            return line.act(() => {
                const call = line.open({ direction: 'inbound', number: '11987654321', callerName: null });
                call.hasCustomer = true;
                call.tell({ type: 'callArrived' });
                if (step.queue) enterQueue(line, call, 'Suporte');
                else ringAt(call, step.agent);
            });
        case 'dial':
            return void attempt(stage, () => dial(line, step.agent, step.number));
        case 'presence':
            return line.act(() => line.roster.set(step.agent, { state: step.state }));
        case 'leave': {
            const call = [...line.calls.values()].filter(({ hasCustomer }) => hasCustomer).at(step.call);
            return line.act(() => call && customerLeaves(call));
        }
        case 'pass':
            return void jest.advanceTimersByTime(step.ms);
    }
}

function expectSame(call: SimulatedCall, known: Call): void {
    expect(known.legs.map(({ id, kind, state, muted, consult }) => ({ id, kind, state, muted, consult }))).toEqual(
        call.legs.map(({ id, kind, state, muted, consult }) => ({
            ...{ id, kind, state },
            muted: state !== 'ended' && muted,
            consult: consult && { ...consult, since: expect.anything() }
        }))
    );
    expect(known.endedAt).toBeNull();
    expect(known.recording?.paused ?? null).toBe(call.wasAnswered ? call.recording === 'paused' : null);
}

function expectTrue({ line, known }: Stage): void {
    for (const [id, each] of known) {
        const call = line.calls.get(id);
        if (call) expectSame(call, each);
        else expect(each.endedAt).not.toBeNull();
    }
    for (const call of line.calls.values()) expect(call.parties).toBeGreaterThanOrEqual(2);
    const talking = liveLegs(line).filter(({ leg }) => leg.state === 'talking');
    expect(new Set(talking.map(({ leg }) => leg.agent)).size).toBe(talking.length);
}

/** A story that fails is shortened for so long. */
const PATIENCE = { interruptAfterTimeLimit: 20_000 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('the bridge knows at every moment what the line knows', () => {
    fc.assert(
        fc.property(anyStory, (story) => {
            jest.clearAllTimers();
            const stage = openLine();
            for (const step of story) {
                take(stage, step);
                expectTrue(stage);
            }
            for (const event of stage.events) expect(callEventSchema.safeParse(event).success).toBe(true);
            expect(new Set(stage.events.map(({ key }) => key)).size).toBe(stage.events.length);
        }),
        { numRuns: 60, ...PATIENCE }
    );
});

test('when everybody has hung up nothing is left, no call and no timer', () => {
    fc.assert(
        fc.property(anyStory, (story) => {
            jest.clearAllTimers();
            const stage = openLine();
            for (const step of story) take(stage, step);
            for (let left = liveLegs(stage.line); left.length > 0; left = liveLegs(stage.line)) {
                const [live] = left as [LiveLeg];
                stage.line.act(() => carry(stage, live, { action: 'hangup' }));
                for (const agent of AGENTS) stage.line.roster.set(agent, { state: 'offline' });
            }
            jest.advanceTimersByTime(SIMULATOR_TIMINGS.patienceMs);
            expect(stage.line.calls.size).toBe(0);
            expect(jest.getTimerCount()).toBe(0);
        }),
        { numRuns: 100, ...PATIENCE }
    );
});
