import { refuse } from '../../errors/refusals.ts';
import { SHORT_ID_LENGTH } from '../../ids/recordId.ts';
import type { Save } from './saveRule.ts';

/** A user holds a permission set once. */
export function savePermissionSetAssignment({ org, record }: Save): void {
    const twin = org.records
        .findBy('PermissionSetAssignment', 'AssigneeId', record.AssigneeId ?? null)
        .find((other) => !other.IsDeleted && other.PermissionSetId === record.PermissionSetId);
    if (!twin || twin.Id === record.Id) return;
    const shortId = twin.Id.slice(0, SHORT_ID_LENGTH);
    const message = `duplicate value found: PermissionSetId duplicates value on record with id: ${shortId}`;
    throw refuse('DUPLICATE_VALUE', message, []);
}
