import type { Presence } from '../../src/contract/presence.ts';
import { event, inbound, legEvent, second } from '../calls/story.ts';
import { eventually } from '../support/eventually.ts';
import { ANA, BRUNO, type PresenceReplica, startPresenceReplica } from '../support/presenceReplica.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

let database: Database;
/** Seconds into the story. */
let clock: number;
const replicas: PresenceReplica[] = [];

async function startReplica(options: Parameters<typeof startPresenceReplica>[2] = {}): Promise<PresenceReplica> {
    const replica = await startPresenceReplica(database, () => second(clock), options);
    replicas.push(replica);
    return replica;
}

beforeEach(async () => {
    database = await createTestDatabase();
    clock = 0;
});
afterEach(async () => {
    for (const replica of replicas.splice(0)) await replica.close();
});

const stored = async ({ store }: PresenceReplica, extension = '1001'): Promise<Presence> => {
    const [agent] = await store.presences.read([extension]);
    if (!agent) throw new Error(`Nobody signed in at ${extension}`);
    return agent.presence;
};

const ringsAndAnswers = (agent = '1001') => [
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, agent),
    legEvent('legAnswered', 5, agent)
];
const anothersCall = (callId: string, agent = '1001') => ({ callId, legId: `${callId} ${agent}` });
const wholeCall = [...ringsAndAnswers(), legEvent('legEnded', 60, '1001')];

describe('what an agent chooses', () => {
    test('they are available when they sign in for the first time', async () => {
        const replica = await startReplica();
        expect(replica.nameOf('1001')).toBeNull();
        const presence = { state: 'available', reason: null, automatic: false, since: second(0), wrapUp: null };
        expect(await replica.signedIn(ANA)).toEqual(presence);
        expect(replica.nameOf('1001')).toBe('Ana Souza');
        await eventually(
            () => Promise.resolve(replica.told),
            (told) => told.includes('1001 available')
        );
    });

    test('stays when they sign in again, and when the bridge starts again', async () => {
        const before = await startReplica();
        await before.signedIn(ANA);
        clock = 10;
        await before.choose(ANA, { state: 'paused', reason: 'Almoço' });
        clock = 20;
        const after = await startReplica();
        expect(after.nameOf('1001')).toBe('Ana Souza');
        expect(await after.signedIn(ANA)).toMatchObject({ state: 'paused', reason: 'Almoço', since: second(10) });
        await eventually(
            () => Promise.resolve(after.told),
            (told) => told.includes('1001 paused Almoço')
        );
    });

    test('is known by every replica, and told to the softphones and the telephony side of each', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        await one.choose(ANA, { state: 'offline' });
        await eventually(
            () => Promise.resolve(other),
            ({ heard, told }) => heard.at(-1)?.presence.state === 'offline' && told.at(-1) === '1001 offline'
        );
        expect(other.nameOf('1001')).toBe('Ana Souza');
        expect(one.heard.map(({ presence }) => presence.state)).toEqual(['available', 'offline']);
    });

    test('a pause needs one of the reasons of the contact centre', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        await expect(replica.choose(ANA, { state: 'paused', reason: 'Praia' })).rejects.toMatchObject({
            status: 400,
            message: 'O motivo da pausa deve ser um destes: Almoço, Reunião.'
        });
        expect(await stored(replica)).toMatchObject({ state: 'available' });
    });

    test('choosing the same again changes nothing, not even since when', async () => {
        const replica = await startReplica();
        await replica.choose(ANA, { state: 'paused', reason: 'Almoço' });
        clock = 30;
        expect(await replica.choose(ANA, { state: 'paused', reason: 'Almoço' })).toMatchObject({ since: second(0) });
        expect(await replica.choose(ANA, { state: 'paused', reason: 'Reunião' })).toMatchObject({ since: second(30) });
    });

    test('an extension that goes to somebody else begins anew', async () => {
        const replica = await startReplica();
        await replica.choose(ANA, { state: 'paused', reason: 'Almoço' });
        clock = 30;
        const successor = { ...BRUNO, extension: ANA.extension };
        expect(await replica.signedIn(successor)).toMatchObject({ state: 'available', since: second(30) });
        expect(replica.nameOf('1001')).toBe('Bruno Lima');
        expect(await replica.signedIn({ ...successor, name: 'Bruno Lima Filho' })).toMatchObject({ since: second(30) });
        expect(replica.nameOf('1001')).toBe('Bruno Lima Filho');
    });

    test('a telephony side that cannot be told holds nobody up', async () => {
        const replica = await startReplica({ tell: () => Promise.reject(new Error('away')) });
        expect(await replica.choose(ANA, { state: 'offline' })).toMatchObject({ state: 'offline' });
        expect(replica.told).toEqual([]);
    });
});

describe('wrap-up', () => {
    test('begins when the agent has spoken with the customer, and lasts as long as is allowed', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        await replica.record(...ringsAndAnswers());
        expect((await stored(replica)).wrapUp).toBeNull();
        clock = 61;
        await replica.record(legEvent('legEnded', 60, '1001'));
        expect(await stored(replica)).toMatchObject({
            state: 'available',
            since: second(0),
            wrapUp: { callId: 'test:1', legId: 'test:1001', since: second(60), endsAt: second(121) }
        });
        await eventually(
            () => Promise.resolve(replica.told),
            (told) => told.at(-1) === '1001 wrapUp'
        );
    });

    test('that runs out is ended by one replica only, and both know', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        clock = 60;
        await one.record(...wholeCall);
        const [{ version = 0 } = {}] = await one.store.presences.read(['1001']);
        clock = 119;
        expect(await one.store.presences.endDueWrapUps(second(clock))).toEqual([]);
        clock = 120;
        for (const { heard, told } of [one, other])
            await eventually(
                () => Promise.resolve(told),
                () => heard.at(-1)?.presence.wrapUp === null && told.at(-1) === '1001 available'
            );
        const [agent] = await one.store.presences.read(['1001']);
        expect(agent?.version).toBe(version + 1);
        expect(one.heard.filter(({ presence }) => presence.wrapUp)).toHaveLength(1);
    });

    test('two replicas that end the same one at the same time end it once', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        clock = 60;
        await one.record(...wholeCall);
        // the replicas' own clock stands still, so that their sweeps end nothing
        const ends = await Promise.all(
            [one, other, one, other].map(({ store }) => store.presences.endDueWrapUps(second(120)))
        );
        expect(ends.flat()).toHaveLength(1);
    });

    test('is not begun again by an event that is told again, to this replica or another one', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        clock = 60;
        await one.record(...wholeCall);
        await one.finishWrapUp(ANA);
        const call = await other.store.calls.callById('test:1');
        await eventually(
            () => Promise.resolve(other.nameOf('1001')),
            (name) => name !== null
        );
        for (const replica of [one, other]) if (call) await replica.callChanged(call);
        await other.record(...wholeCall, event('callEnded', 61));
        expect((await stored(one)).wrapUp).toBeNull();
    });

    test('is not ended by late word of the very call that it follows', async () => {
        const one = await startReplica();
        await one.signedIn(ANA);
        const other = await startReplica();
        await one.record(...ringsAndAnswers());
        const talking = await one.store.calls.callById('test:1');
        clock = 60;
        await one.record(legEvent('legEnded', 60, '1001'));
        if (talking) await other.callChanged(talking);
        expect((await stored(one)).wrapUp).not.toBeNull();
    });

    test('ends when the agent says so, and saying so twice does no harm', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        clock = 60;
        await replica.record(...wholeCall);
        await replica.finishWrapUp(ANA);
        await replica.finishWrapUp(ANA);
        expect(await stored(replica)).toMatchObject({ state: 'available', wrapUp: null });
    });

    test('ends when the agent makes themselves available, not when they want a pause after it', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        clock = 60;
        await replica.record(...wholeCall);
        const paused = await replica.choose(ANA, { state: 'paused', reason: 'Almoço' });
        expect(paused).toMatchObject({ state: 'paused', wrapUp: { legId: 'test:1001' } });
        expect(await replica.choose(ANA, { state: 'available' })).toMatchObject({ state: 'available', wrapUp: null });
    });

    test('ends when the agent takes another call, whichever replica hears of it', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        clock = 60;
        await one.record(...wholeCall);
        await eventually(
            () => Promise.resolve(other.heard),
            (heard) => heard.at(-1)?.presence.wrapUp !== null
        );
        const next = anothersCall('test:2');
        await other.record(legEvent('legOffered', 70, '1001', next));
        expect((await stored(one)).wrapUp).not.toBeNull();
        await other.record(legEvent('legAnswered', 72, '1001', next));
        expect((await stored(one)).wrapUp).toBeNull();
    });

    test('waits until no other call is on hold', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        const second = anothersCall('test:2');
        clock = 40;
        await replica.record(
            ...ringsAndAnswers(),
            legEvent('legHeld', 10, '1001'),
            legEvent('legOffered', 11, '1001', second),
            legEvent('legAnswered', 12, '1001', second),
            legEvent('legEnded', 40, '1001', second)
        );
        expect((await stored(replica)).wrapUp).toBeNull();
        clock = 60;
        await replica.record(legEvent('legEnded', 60, '1001'));
        expect(await stored(replica)).toMatchObject({ wrapUp: { legId: 'test:1001' } });
    });

    test.each([
        ['a call that nobody answered', [event('callArrived', 0, inbound), legEvent('legOffered', 1, '1001')]],
        [
            'colleagues among themselves',
            [event('callArrived', 0, { facts: { direction: 'internal' } }), ...ringsAndAnswers().slice(1)]
        ],
        [
            'a colleague who was only asked',
            [legEvent('legOffered', 1, '1001', { kind: 'consult' }), legEvent('legAnswered', 2, '1001')]
        ]
    ])('there is none after %s', async (_, events) => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        clock = 60;
        await replica.record(...events, legEvent('legEnded', 60, '1001'));
        expect((await stored(replica)).wrapUp).toBeNull();
    });

    test('there is none where the contact centre wants none, and none for a call of an hour ago', async () => {
        const none = await startReplica({ rules: { wrapUpSeconds: 0 } });
        const late = await startReplica();
        for (const replica of [none, late]) await replica.signedIn(ANA);
        clock = 60;
        await none.record(...wholeCall);
        expect((await stored(none)).wrapUp).toBeNull();
        clock = 3_660;
        const call = await late.store.calls.callById('test:1');
        if (call) await late.callChanged(call);
        expect((await stored(late)).wrapUp).toBeNull();
    });

    test('is stored later when PostgreSQL is away at that moment', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        clock = 60;
        const outcomes = [];
        for (const each of wholeCall) outcomes.push(await replica.store.recordEvent(each));
        const last = outcomes.at(-1);
        const away = Object.assign(new Error('away'), { retryable: true });
        const query = jest.spyOn(replica.store.presences, 'beginWrapUp').mockRejectedValueOnce(away);
        if (last?.kind === 'stored') await replica.callChanged(last.stored.call);
        expect(query).toHaveBeenCalledTimes(1);
        await eventually(
            () => stored(replica),
            ({ wrapUp }) => wrapUp !== null
        );
    });
});

describe('missed calls', () => {
    const missed = (replica: PresenceReplica, number: number, reason = 'noAnswer') => {
        const call = anothersCall(`test:missed-${number}`);
        clock = number * 30 + 20;
        return replica.record(
            event('callArrived', number * 30, { ...inbound, ...call }),
            legEvent('legOffered', number * 30 + 1, '1001', call),
            legEvent('legEnded', number * 30 + 20, '1001', { ...call, reason })
        );
    };

    test('so many in a row pause the agent, and say that it was the bridge', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        await missed(replica, 1);
        await missed(replica, 2);
        expect(await stored(replica)).toMatchObject({ state: 'available' });
        await missed(replica, 3);
        expect(await stored(replica)).toMatchObject({
            state: 'paused',
            reason: null,
            automatic: true,
            since: second(110)
        });
        await eventually(
            () => Promise.resolve(replica.told),
            (told) => told.at(-1) === '1001 paused Chamadas não atendidas'
        );
    });

    test('are counted anew when the agent is back', async () => {
        const replica = await startReplica();
        await replica.signedIn(ANA);
        for (const number of [1, 2, 3]) await missed(replica, number);
        clock = 115;
        expect(await replica.choose(ANA, { state: 'available' })).toMatchObject({
            automatic: false,
            since: second(115)
        });
        for (const number of [4, 5]) await missed(replica, number);
        expect(await stored(replica)).toMatchObject({ state: 'available' });
        await missed(replica, 6);
        expect(await stored(replica)).toMatchObject({ state: 'paused', automatic: true });
    });

    test('do not count when they rang already before the agent was available', async () => {
        const replica = await startReplica({ rules: { autoPauseAfterMissed: 1 } });
        await replica.choose(ANA, { state: 'offline' });
        clock = 40;
        await replica.choose(ANA, { state: 'available' });
        // offered at 31, rang out at 50
        await missed(replica, 1);
        expect(await stored(replica)).toMatchObject({ state: 'available' });
        await missed(replica, 2);
        expect(await stored(replica)).toMatchObject({ state: 'paused', automatic: true });
    });

    test('count once, whichever replica hears of them and how often', async () => {
        const one = await startReplica();
        const other = await startReplica();
        await one.signedIn(ANA);
        await eventually(
            () => Promise.resolve(other.nameOf('1001')),
            (name) => name !== null
        );
        await missed(one, 1);
        await missed(other, 2);
        for (const id of ['test:missed-1', 'test:missed-2']) {
            const call = await one.store.calls.callById(id);
            for (const replica of [one, other]) if (call) await replica.callChanged(call);
        }
        expect(await stored(one)).toMatchObject({ state: 'available' });
        await missed(other, 3);
        expect(await stored(one)).toMatchObject({ state: 'paused' });
    });

    test('never pause anybody where the contact centre does not want it, nor who does not take calls', async () => {
        const replica = await startReplica({ rules: { autoPauseAfterMissed: 0 } });
        const other = await startReplica();
        await replica.signedIn(ANA);
        for (const number of [1, 2, 3, 4]) await missed(replica, number);
        expect(await stored(replica)).toMatchObject({ state: 'available' });
        await replica.choose(ANA, { state: 'offline' });
        for (const number of [5, 6, 7]) await missed(other, number);
        expect(await stored(replica)).toMatchObject({ state: 'offline', automatic: false });
    });
});
