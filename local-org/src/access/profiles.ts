import type { SalesforceRecord } from '../data/salesforceRecord.ts';

export const ADMINISTRATOR_PROFILE = 'System Administrator';
export const STANDARD_PROFILE = 'Standard User';
/** Salesforce's profile for integration users: it opens the API and nothing else. */
export const MINIMUM_ACCESS_PROFILE = 'Minimum Access - API Only Integrations';

/**
 * What a profile gives before permission sets add to it.
 * - `everything`: all there is ("Modify All Data")
 * - `standardObjects`: the standard objects with their standard fields
 * - `nothing`: neither objects nor fields
 */
export type ProfileAccess = 'everything' | 'standardObjects' | 'nothing';

export function accessOfProfile(profile: SalesforceRecord | undefined): ProfileAccess {
    if (profile?.PermissionsModifyAllData === true) return 'everything';
    return profile?.Name === MINIMUM_ACCESS_PROFILE ? 'nothing' : 'standardObjects';
}
