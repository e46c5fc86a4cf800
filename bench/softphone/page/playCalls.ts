import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import type { PlayedCalls } from '../pageApi.ts';

declare global {
    var playCalls: (calls: PlayedCalls) => Promise<void>;
}

/** Runs in the page: tells the softphone of calls through the probe, as fast as it takes them in. */
globalThis.playCalls = async ({ first, count, case: openedCase }) => {
    /** So many calls begin at once, and ring beside those that began before. */
    const AT_ONCE = 10;
    /** One of so many is answered here; of the others colleagues take half, and half give up. */
    const ANSWERED_ONE_OF = 20;

    const digits = (number: number, length: number): string => String(number).padStart(length, '0');

    function begin(number: number): CallView {
        const now = new Date().toISOString();
        return {
            callId: `played:${number}`,
            legId: `played:${number}/1001`,
            direction: 'inbound',
            state: 'ringing',
            kind: 'offer',
            result: null,
            number: `+55119${digits(number, 8)}`,
            numberDisplay: `(11) 9${digits(number, 8).slice(0, 4)}-${digits(number, 8).slice(4)}`,
            announcedName: null,
            queue: 'suporte',
            protocol: `20261123${digits(number, 8)}`,
            waitingSince: now,
            offeredAt: now,
            answeredAt: null,
            endedAt: null,
            heldSince: null,
            heldMs: 0,
            muted: false,
            consult: null,
            consultedBy: null,
            colleagues: [],
            caller: null,
            case: null,
            recorded: false,
            recordingPaused: false,
            note: null,
            actions: ['answer', 'reject']
        };
    }

    const withCaller = (call: CallView, number: number): CallView => ({
        ...call,
        caller: {
            who: {
                kind: 'contact',
                id: `003${digits(number, 12)}AAA`,
                name: `Contato Número ${number}`,
                phone: call.numberDisplay,
                accountId: `001${digits(number, 12)}AAA`,
                accountName: `Conta ${number}`,
                taxId: null
            },
            reason: 'onlyContact',
            others: []
        }
    });

    /** Everything that is told of one call, in order. */
    function storyOf(number: number): CallView[] {
        const rings = begin(number);
        const named = withCaller(rings, number);
        const now = new Date().toISOString();
        if (number % ANSWERED_ONE_OF !== 0) {
            const result = number % 2 === 0 ? 'takenByColleague' : 'abandoned';
            return [rings, named, { ...named, state: 'ended', result, endedAt: now, actions: [] }];
        }
        const talking: CallView = {
            ...named,
            state: 'talking',
            answeredAt: now,
            recorded: true,
            actions: ['hangup', 'hold']
        };
        const onCase: CallView = { ...talking, case: openedCase };
        return [
            rings,
            named,
            talking,
            onCase,
            { ...onCase, state: 'ended', result: 'answered', endedAt: now, actions: [] }
        ];
    }

    const nextTask = (): Promise<void> =>
        new Promise((resolve) => {
            setTimeout(resolve);
        });

    let stories: CallView[][] = [];
    let begun = 0;
    while (begun < count || stories.length > 0) {
        for (let place = 0; place < AT_ONCE && begun < count; place += 1, begun += 1)
            stories.push(storyOf(first + begun));
        softphoneProbe.tell(stories.flatMap((story) => story.shift() ?? []));
        stories = stories.filter((story) => story.length > 0);
        await nextTask();
    }
};
