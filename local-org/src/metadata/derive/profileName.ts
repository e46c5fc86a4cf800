import { ADMINISTRATOR_PROFILE, MINIMUM_ACCESS_PROFILE, STANDARD_PROFILE } from '../../access/profiles.ts';

/** The Metadata API has names of its own for the profiles that every org has (Metadata API Developer Guide, Profile). */
export const standardProfileNames: ReadonlyMap<string, string> = new Map([
    ['Admin', ADMINISTRATOR_PROFILE],
    ['Standard', STANDARD_PROFILE],
    [MINIMUM_ACCESS_PROFILE, MINIMUM_ACCESS_PROFILE]
]);

/** The name of the profile's record; file names escape what a URL would: `Agente %28tarde%29`. */
export function profileNameOf(fullName: string): string {
    return standardProfileNames.get(fullName) ?? unescapeName(fullName);
}

function unescapeName(fullName: string): string {
    return fullName.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
