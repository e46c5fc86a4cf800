import { refuse } from '../../errors/refusals.ts';
import { findRecord } from '../../org.ts';
import { keyPrefixOf } from '../../ids/recordId.ts';
import { COMPLETED_TASK_STATUS } from '../../schema/standard/task.ts';
import { account } from '../../schema/standard/account.ts';
import { contact } from '../../schema/standard/contact.ts';
import { lead } from '../../schema/standard/lead.ts';
import { formatInstant } from '../formatInstant.ts';
import type { FieldValue } from '../salesforceRecord.ts';
import type { Save } from './saveRule.ts';

/** The account follows from what the task is about, and completion is dated. */
export function saveTask(save: Save): void {
    const { org, record, previous } = save;
    if (hasKeyPrefix(record.WhoId, lead.keyPrefix) && record.WhatId) {
        const message = "Related To ID: A task related to a lead can't be related to another record";
        throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['WhatId']);
    }
    record.AccountId = deriveAccountId(save);
    record.IsClosed = record.Status === COMPLETED_TASK_STATUS;
    if (!record.IsClosed) record.CompletedDateTime = null;
    else if (!previous?.IsClosed) record.CompletedDateTime = formatInstant(org.clock());
}

/** Task.AccountId (Object Reference): the account in WhatId; for a Case in WhatId, that of the contact in WhoId. */
function deriveAccountId({ org, record }: Save): FieldValue {
    if (hasKeyPrefix(record.WhatId, account.keyPrefix)) return record.WhatId ?? null;
    if (hasKeyPrefix(record.WhoId, contact.keyPrefix)) return findRecord(org, record.WhoId)?.AccountId ?? null;
    return null;
}

function hasKeyPrefix(id: FieldValue | undefined, keyPrefix: string): boolean {
    return typeof id === 'string' && keyPrefixOf(id) === keyPrefix;
}
