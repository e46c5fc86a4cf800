/**
 * What an object is, by the ending of its name and what it says of itself.
 * - `custom`: records of its own
 * - `customSetting`: records that hold settings, for everybody or for a profile or user
 * - `customMetadata`: its records are components
 * - `platformEvent`, `other`: kept as a component; this org has no such records
 * - `standard`: Salesforce's own
 */
export type CustomObjectKind = 'custom' | 'customSetting' | 'customMetadata' | 'platformEvent' | 'other' | 'standard';

export function kindOfObject(name: string, customSettingsType: string | undefined): CustomObjectKind {
    const ending = /__([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
    switch (ending) {
        case undefined:
            return 'standard';
        case 'c':
            return customSettingsType === undefined ? 'custom' : 'customSetting';
        case 'mdt':
            return 'customMetadata';
        case 'e':
            return 'platformEvent';
        default:
            return 'other';
    }
}
