import type { AssignmentRule } from '../data/rules/assignmentRule.ts';
import { ADMINISTRATOR_ID, CASE_ASSIGNMENT_RULE_ID, PHONE_QUEUE_ID } from './setupIds.ts';

/** The org's active rule: cases that come by phone go to a queue, unless the writer opts out. */
export const caseAssignmentRule: AssignmentRule = {
    id: CASE_ASSIGNMENT_RULE_ID,
    entries: [{ criteria: { Origin: 'Phone' }, ownerId: PHONE_QUEUE_ID }],
    defaultOwnerId: ADMINISTRATOR_ID
};
