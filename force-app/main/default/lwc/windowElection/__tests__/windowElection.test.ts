import { createWindowElection } from 'c/windowElection';
import { simulateWindows } from './simulatedWindows';

const MESSAGE_MS = 5;
const SETTLED_MS = 600;

function createWorld() {
    let last = 0;
    return simulateWindows(
        () => MESSAGE_MS,
        () => (last = (last + 0.618) % 1)
    );
}

/** A leader, and a follower of it. */
function createPair(leaderAttention = 1, followerAttention = 0) {
    const world = createWorld();
    const leader = world.open({ attention: leaderAttention });
    world.runUntil(SETTLED_MS);
    const follower = world.open({ attention: followerAttention });
    world.runUntil(2 * SETTLED_MS);
    return { world, leader, follower };
}

describe('window election', () => {
    it('lets a window that is alone lead after a moment', () => {
        const world = createWorld();
        const window = world.open();
        expect(window.leads).toBe(false);

        world.runUntil(SETTLED_MS);
        expect(window.changes).toEqual([true]);
    });

    it('leaves the lead to who has it', () => {
        const { leader, follower } = createPair();

        expect([leader.leads, follower.changes]).toEqual([true, []]);
    });

    it('lets one of two lead that open at the same time', () => {
        const world = createWorld();
        world.open();
        world.open();
        world.runUntil(SETTLED_MS);

        expect(world.leaders).toHaveLength(1);
    });

    it('passes on at once when the leader closes, also to a window whose timers are slow', () => {
        const { world, leader, follower } = createPair();
        follower.isThrottled = true;
        leader.close();
        world.runUntil(world.nowMs + MESSAGE_MS);

        expect(follower.leads).toBe(true);
    });

    it('passes on to the window with the most attention when the leader closes', () => {
        const { world, leader, follower } = createPair(2, 0);
        const inSight = world.open({ attention: 1 });
        world.runUntil(world.nowMs + SETTLED_MS);
        leader.close();
        world.runUntil(world.nowMs + MESSAGE_MS);

        expect([inSight.leads, follower.leads]).toEqual([true, false]);
    });

    it('knows its followers also when it leads a second time', () => {
        const { world, leader, follower } = createPair(1, 0);
        follower.attend(2);
        world.runUntil(world.nowMs + 3 * MESSAGE_MS);
        follower.attention = 0;
        leader.attend(1);
        world.runUntil(world.nowMs + 4 * MESSAGE_MS);
        leader.close();
        world.runUntil(world.nowMs + MESSAGE_MS);

        expect([leader.changes, follower.changes]).toEqual([
            [true, false, true, false],
            [true, false, true]
        ]);
    });

    it('forgets a follower that closed', () => {
        const { world, leader, follower } = createPair();
        const other = world.open();
        world.runUntil(world.nowMs + SETTLED_MS);
        follower.close();
        world.runUntil(world.nowMs + MESSAGE_MS);
        leader.close();
        world.runUntil(world.nowMs + MESSAGE_MS);

        expect(other.leads).toBe(true);
    });

    it('takes over in less than a second when the leader crashes', () => {
        const { world, leader, follower } = createPair();
        leader.crash();
        world.runUntil(world.nowMs + 900);

        expect(follower.leads).toBe(true);
    });

    it('takes over from no leader that answers, however slow the timers are', () => {
        const { world, leader, follower } = createPair();
        leader.isThrottled = true;
        follower.isThrottled = true;
        world.runUntil(60_000);

        expect([leader.changes, follower.changes]).toEqual([[true], []]);
    });

    it.each([
        ['hidden', 0, 1],
        ['merely in sight', 1, 2]
    ])('hands over to the window that the agent turns to when the leader is %s', (_where, leads, follows) => {
        const { world, leader, follower } = createPair(leads, 0);
        follower.attend(follows);
        world.runUntil(world.nowMs + 3 * MESSAGE_MS);
        expect([leader.leads, follower.leads]).toEqual([false, true]);

        world.runUntil(60_000);
        expect([leader.changes, follower.changes]).toEqual([[true, false], [true]]);
    });

    it('hands nothing over to a window with no more attention than the leader', () => {
        const { world, leader, follower } = createPair(1, 0);
        follower.attend(1);
        world.runUntil(world.nowMs + SETTLED_MS);

        expect([leader.leads, follower.leads]).toEqual([true, false]);
    });

    it('takes a leader back as a follower that was busy for so long that another took over', () => {
        const { world, leader, follower } = createPair(0, 0);
        leader.beBusy(1_500);
        world.runUntil(world.nowMs + 3_000);

        expect([leader.changes, follower.changes]).toEqual([[true, false], [true]]);
    });

    it('passes on when the window is put aside, and follows when it comes back', () => {
        const { world, leader, follower } = createPair(0, 0);
        leader.putAside();
        world.runUntil(world.nowMs + SETTLED_MS);
        leader.comeBack();
        world.runUntil(world.nowMs + SETTLED_MS);

        expect([leader.changes, follower.changes]).toEqual([[true, false], [true]]);
    });

    it('asks some three times a second, however many windows there are', () => {
        const { world } = createPair();
        for (let count = 0; count < 6; count += 1) world.open();
        world.runUntil(5_000);
        const before = world.posted.length;
        world.runUntil(15_000);

        expect((world.posted.length - before) / 10).toBeLessThan(20);
    });

    it('leads at once where the browser has no channel between windows', () => {
        const onChange = jest.fn();
        const election = createWindowElection({ userId: '005', onChange, openChannel: () => null });
        expect(election.isLeader).toBe(true);

        election.close();
        expect(onChange.mock.calls).toEqual([[true], [false]]);
    });
});

describe('window election in a browser', () => {
    const elections: { close(): void }[] = [];
    afterEach(() => elections.splice(0).forEach((election) => election.close()));

    const elect = (userId: string): Promise<boolean> =>
        new Promise((resolve) => elections.push(createWindowElection({ userId, onChange: resolve })));

    it('keeps apart the windows of several users', async () => {
        await expect(Promise.all([elect('005A'), elect('005B')])).resolves.toEqual([true, true]);
    });

    it.each([
        [window, 'pagehide', window, 'pageshow'],
        [document, 'freeze', document, 'resume']
    ])('leads no more between %s %s and %s %s', async (_gone, leaving, _back, returning) => {
        const changes: boolean[] = [];
        const election = createWindowElection({
            userId: '005C',
            onChange: (leads) => changes.push(leads),
            openChannel: () => null
        });
        elections.push(election);
        _gone.dispatchEvent(new CustomEvent(leaving));
        _back.dispatchEvent(new CustomEvent(returning));

        expect(changes).toEqual([true, false, true]);
    });

    it.each([
        ['has the focus', 'visible', true, undefined, 2],
        ['is in sight', 'visible', false, undefined, 1],
        ['is hidden', 'hidden', true, undefined, 0],
        ['was used', 'visible', true, true, 2],
        ['was never used', 'visible', true, false, 0]
    ])('has the attention due to a window that %s', (_what, visibility, focus, hasBeenActive, attention) => {
        const posted: unknown[] = [];
        jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility as DocumentVisibilityState);
        jest.spyOn(document, 'hasFocus').mockReturnValue(focus);
        Object.assign(navigator, { userActivation: hasBeenActive === undefined ? undefined : { hasBeenActive } });
        const openChannel = () => ({
            onmessage: null,
            postMessage: (message: unknown) => posted.push(message),
            close: () => undefined
        });
        elections.push(createWindowElection({ userId: '005', onChange: () => undefined, openChannel }));
        window.dispatchEvent(new CustomEvent('focus'));
        jest.restoreAllMocks();

        expect(posted).toEqual([expect.objectContaining({ attention }), expect.objectContaining({ attention })]);
    });
});
