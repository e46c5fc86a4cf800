import type { Direction } from '../../../bridge-server/src/calls/call.ts';
import type { Random } from '../random.ts';
import { RECORDED_STORIES } from './recordedStories.ts';
import { Scene, type StoryEvent, type Telling } from './scene.ts';
import { arrivesAndIsAnswered, handsOver } from './storySteps.ts';
import type { ServedLeg } from '../ledger.ts';

/** A call from its beginning to its end, and what of it must be found in Salesforce. */
export interface Story {
    readonly direction: Direction;
    readonly events: readonly StoryEvent[];
    /** Who had the customer, one after the other; nobody: nothing is written. */
    readonly served: readonly ServedLeg[];
}

/** How often each is told, of 100 calls. */
export const STORY_WEIGHTS = {
    answered: 24,
    held: 7,
    recorded: 8,
    recordedAnew: 3,
    ringsTwo: 7,
    secondAgentAnswers: 6,
    blindTransfer: 8,
    blindTransferUnanswered: 3,
    blindTransferOut: 3,
    twoTransfers: 3,
    attendedTransfer: 7,
    consultOnly: 3,
    abandoned: 5,
    missed: 3,
    outbound: 6,
    outboundUnanswered: 2,
    internal: 2
} as const;

export type StoryName = keyof typeof STORY_WEIGHTS;

const STORIES: Readonly<Record<StoryName, Telling>> = {
    ...RECORDED_STORIES,
    answered(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    },
    held(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        scene.holds(agent);
        scene.talks();
        scene.holds(agent);
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    },
    ringsTwo(scene) {
        scene.tell({ type: 'callArrived' });
        const [winner, other] = [scene.part(), scene.part()];
        scene.tell({ type: 'legOffered', ...other, kind: 'offer' });
        scene.rings(winner);
        scene.answers(winner);
        scene.leaves(other, 'answeredElsewhere');
        scene.talks();
        scene.tell({ type: 'callEnded' });
    },
    secondAgentAnswers(scene) {
        scene.tell({ type: 'callArrived' });
        const silent = scene.part();
        scene.rings(silent);
        scene.leaves(silent, 'noAnswer');
        const agent = scene.part();
        scene.rings(agent);
        scene.answers(agent);
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    },
    blindTransfer(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        const colleague = handsOver(scene, agent);
        scene.talks();
        scene.leaves(colleague);
        scene.tell({ type: 'callEnded' });
    },
    blindTransferUnanswered(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        const colleague = scene.part();
        scene.tell({ type: 'legTransferred', ...agent, mode: 'blind', to: colleague.agent });
        scene.rings(colleague);
        scene.leaves(colleague, 'noAnswer');
        scene.tell({ type: 'callEnded' });
    },
    blindTransferOut(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        scene.tell({ type: 'legTransferred', ...agent, mode: 'blind', to: '551130001234' });
        scene.talks();
        scene.tell({ type: 'callEnded' });
    },
    twoTransfers(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        const colleague = handsOver(scene, agent);
        scene.talks();
        handsOver(scene, colleague);
        scene.talks();
        scene.tell({ type: 'callEnded' });
    },
    attendedTransfer(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        scene.tell({ type: 'legHeld', ...agent });
        const colleague = scene.part();
        scene.rings(colleague, 'consult');
        scene.tell({ type: 'legAnswered', ...colleague });
        scene.talks();
        scene.tell({ type: 'legTransferred', ...agent, mode: 'attended', to: colleague.agent });
        scene.serves(colleague);
        scene.talks();
        scene.leaves(colleague);
        scene.tell({ type: 'callEnded' });
    },
    consultOnly(scene) {
        const agent = arrivesAndIsAnswered(scene);
        scene.talks();
        scene.tell({ type: 'legHeld', ...agent });
        const colleague = scene.part();
        scene.rings(colleague, 'consult');
        scene.tell({ type: 'legAnswered', ...colleague });
        scene.talks();
        scene.leaves(colleague);
        scene.tell({ type: 'legResumed', ...agent });
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    },
    abandoned(scene) {
        scene.tell({ type: 'callArrived' });
        scene.rings(scene.part());
        scene.tell({ type: 'callAbandoned' });
        scene.tell({ type: 'callEnded' });
    },
    missed(scene) {
        scene.tell({ type: 'callArrived' });
        const [first, second] = [scene.part(), scene.part()];
        scene.rings(first);
        scene.leaves(first, 'refused');
        scene.rings(second);
        scene.tell({ type: 'callEnded' });
    },
    outbound(scene) {
        const agent = scene.part();
        scene.tell({ type: 'callDialled', ...agent });
        scene.pass(200, 1_500);
        scene.answers(agent);
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    },
    outboundUnanswered(scene) {
        const agent = scene.part();
        scene.tell({ type: 'callDialled', ...agent });
        scene.pass(200, 1_500);
        scene.leaves(agent, 'busy');
        scene.tell({ type: 'callEnded' });
    },
    internal(scene) {
        const agent = scene.part();
        scene.rings(agent);
        scene.tell({ type: 'legAnswered', ...agent });
        scene.talks();
        scene.leaves(agent);
        scene.tell({ type: 'callEnded' });
    }
};

/** @param agents extensions, at least three */
export function tellStory(name: StoryName, callId: string, agents: readonly string[], random: Random): Story {
    const scene = new Scene(callId, agents, random);
    STORIES[name](scene);
    return { direction: directionOf(name), events: scene.events, served: scene.served };
}

function directionOf(name: StoryName): Direction {
    if (name === 'internal') return 'internal';
    return name === 'outbound' || name === 'outboundUnanswered' ? 'outbound' : 'inbound';
}
