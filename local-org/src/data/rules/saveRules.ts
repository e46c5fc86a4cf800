import { saveAccount, saveContact } from '../../personAccounts/savePersonAccount.ts';
import { saveCase } from './saveCase.ts';
import { savePermissionSetAssignment } from './savePermissionSetAssignment.ts';
import type { SaveRule } from './saveRule.ts';
import { saveTask } from './saveTask.ts';
import { saveUser } from './saveUser.ts';

/** The platform's own rules, by object. */
export const saveRules: Partial<Record<string, SaveRule>> = {
    Account: saveAccount,
    Contact: saveContact,
    Case: saveCase,
    Task: saveTask,
    User: saveUser,
    PermissionSetAssignment: savePermissionSetAssignment
};
