import type { UserAccess } from '../../access/userAccess.ts';
import { SalesforceError } from '../../errors/salesforceError.ts';

/** @throws SalesforceError INSUFFICIENT_ACCESS for users who may not change the org's configuration */
export function requireMetadataAccess(access: UserAccess): void {
    if (access.hasUserPermission('ModifyAllData') || access.hasUserPermission('ModifyMetadata')) return;
    const message = 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';
    throw new SalesforceError(403, [{ errorCode: 'INSUFFICIENT_ACCESS', message }]);
}
