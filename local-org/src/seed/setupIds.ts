import { formatRecordId } from '../ids/formatRecordId.ts';
import { setupObjects } from '../schema/standard/setupObjects.ts';
import { user } from '../schema/standard/user.ts';

/** Ids that configuration refers to before the records exist: each is the first of its object. */
function firstId(objectName: string): string {
    const object = [user, ...setupObjects].find(({ name }) => name === objectName);
    return formatRecordId(object?.keyPrefix ?? '', 1);
}

export const ADMINISTRATOR_ID = firstId('User');
export const PHONE_QUEUE_ID = firstId('Group');
export const CASE_ASSIGNMENT_RULE_ID = firstId('AssignmentRule');
