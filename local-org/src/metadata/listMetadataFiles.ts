import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder whose names end so, in a fixed order; none when the folder does not exist. */
export function listMetadataFiles(folder: string, suffix: string): string[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => join(folder, name));
}
