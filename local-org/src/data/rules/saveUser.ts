import { endSessionsOfUser } from '../../auth/sessions.ts';
import type { Save } from './saveRule.ts';

/** Deactivating a user logs them out everywhere, for good. */
export function saveUser({ org, record }: Save): void {
    if (record.IsActive === false) endSessionsOfUser(org, record.Id);
}
