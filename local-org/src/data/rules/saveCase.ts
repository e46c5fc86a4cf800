import { findRecord } from '../../org.ts';
import { CLOSED_CASE_STATUS } from '../../schema/standard/caseObject.ts';
import { formatInstant } from '../formatInstant.ts';
import { chooseOwner } from './assignmentRule.ts';
import type { Save } from './saveRule.ts';

/** A blank account comes from the contact, closing is dated, and the active assignment rule names the owner. */
export function saveCase(save: Save): void {
    const { org, record, given } = save;
    if (record.ContactId && !record.AccountId && !('AccountId' in given)) {
        record.AccountId = findRecord(org, record.ContactId)?.AccountId ?? null;
    }
    dateClosing(save);
    if (runsAssignmentRule(save)) record.OwnerId = chooseOwner(org.caseAssignmentRule, record);
}

function dateClosing({ org, record, previous }: Save): void {
    record.IsClosed = record.Status === CLOSED_CASE_STATUS;
    if (!record.IsClosed) record.ClosedDate = null;
    else if (!previous?.IsClosed) record.ClosedDate = formatInstant(org.clock());
}

/**
 * `Sforce-Auto-Assign` defaults to TRUE when a case is created, even for a request that names the owner.
 * Whether an update that does not mention it runs the rule is not clear from the documentation; here it does not.
 */
function runsAssignmentRule({ context, previous }: Save): boolean {
    switch (context.autoAssign) {
        case 'run':
            return true;
        case 'skip':
            return false;
        case 'notSaid':
            return previous === null;
    }
}
