import { endSessionsOfUser } from '../../auth/sessions.ts';
import { findUserByName } from '../../auth/findUserByName.ts';
import { refuse } from '../../errors/refusals.ts';
import type { Save } from './saveRule.ts';

/** The forms that an address may have are many; the platform asks for this much. */
const EMAIL_FORM = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * A user's name is like an e-mail address and theirs alone, and deactivating a user logs them out everywhere, for good.
 *
 * @throws SalesforceError FIELD_INTEGRITY_EXCEPTION, DUPLICATE_USERNAME
 */
export function saveUser({ org, record, previous }: Save): void {
    const username = String(record.Username ?? '');
    if (username !== '' && record.Username !== previous?.Username) checkUsername(username);
    const twin = findUserByName(org, username);
    if (twin && twin.Id !== record.Id) {
        const message =
            'Duplicate Username.<br>The username already exists in this or another Salesforce organization. ' +
            'Usernames must be unique across all Salesforce organizations. To resolve, use a different username ' +
            "(it doesn't need to match the user's email address). ";
        throw refuse('DUPLICATE_USERNAME', message, ['Username']);
    }
    if (record.IsActive === false) endSessionsOfUser(org, record.Id);
}

function checkUsername(username: string): void {
    if (EMAIL_FORM.test(username)) return;
    const message = 'Username must be in the form of an email address (for example, john@acme.com): Username';
    throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['Username']);
}
