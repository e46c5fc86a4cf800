/** A component, or with `*` all of a type, that a manifest names, and where: `line` and `column` count from 1. */
export interface ManifestMember {
    /** `CustomField` */
    type: string;
    /** `Case.CallProtocol__c` or `*` */
    member: string;
    line: number;
    column: number;
}

/** What package.xml says, and destructiveChanges.xml too. */
export interface PackageManifest {
    /** The version of the API that the components are written in, `66.0`; null when it is not given. */
    version: string | null;
    /** In the order of the file, each once. */
    members: readonly ManifestMember[];
}

export const WILDCARD = '*';
