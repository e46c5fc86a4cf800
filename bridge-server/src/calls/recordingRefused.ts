import type { Problem } from '../contract/agentApi.ts';
import type { RecordingProblem } from '../contract/recordings.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import type { RecordingDeletion } from './recording.ts';

const STATUS: Readonly<Record<RecordingProblem, number>> = {
    'protocol-unknown': 404,
    'not-recorded': 404,
    'recording-not-ready': 409,
    'recording-lost': 404,
    'recording-deleted': 410,
    'no-case': 403,
    'case-not-readable': 403,
    'ticket-refused': 401
};

export interface RefusalFacts {
    /** As it was asked for. */
    readonly protocol: string;
    /** The name of who asked, when they are known. */
    readonly who: string | null;
    readonly deletion: RecordingDeletion | null;
}

/** A recording that is not to be heard, and why. `detail` is in Portuguese, for agents. */
export class RecordingRefused extends RequestRefused {
    readonly problem: RecordingProblem;
    readonly facts: RefusalFacts;

    constructor(problem: RecordingProblem, detail: string, facts: RefusalFacts) {
        super(STATUS[problem], detail, { name: problem });
        this.problem = problem;
        this.facts = facts;
    }

    /** Why somebody erased it stands on the page of the Task's link. */
    override toProblem(): Problem {
        const { deletion } = this.facts;
        return { ...super.toProblem(), ...(deletion && { deletion: { at: deletion.at, kind: deletion.kind } }) };
    }
}
