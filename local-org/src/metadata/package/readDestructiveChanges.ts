import type { ComponentProblem } from '../metadataProblem.ts';
import type { PackageFiles } from './packageFiles.ts';
import type { ManifestMember } from './packageManifest.ts';
import { readManifest } from './readManifest.ts';

/** A component that a package deletes, and the file that says so. */
export interface Deletion extends ManifestMember {
    /** `destructiveChangesPost.xml` */
    fileName: string;
}

export interface DestructiveChanges {
    /** Deleted before the package's components are written, in this order. */
    before: Deletion[];
    /** Deleted after them. */
    after: Deletion[];
    problems: ComponentProblem[];
}

/** Without a word on the time, deletions go before additions ("Deleting Components from an Org", Metadata API). */
const BEFORE = ['destructiveChangesPre.xml', 'destructiveChanges.xml'];
const AFTER = ['destructiveChangesPost.xml'];
export const DESTRUCTIVE_MANIFESTS: readonly string[] = [...BEFORE, ...AFTER];

/**
 * What a package deletes. Wildcards are not supported there: a `*` is a name like any other, of a component that no org
 * has.
 */
export function readDestructiveChanges(files: PackageFiles): DestructiveChanges {
    const before = BEFORE.filter((name) => files.has(name)).map((name) => readDeletions(files, name));
    const after = AFTER.filter((name) => files.has(name)).map((name) => readDeletions(files, name));
    return {
        before: before.flatMap(({ deletions }) => deletions),
        after: after.flatMap(({ deletions }) => deletions),
        problems: [...before, ...after].flatMap(({ problems }) => problems)
    };
}

function readDeletions(files: PackageFiles, fileName: string): { deletions: Deletion[]; problems: ComponentProblem[] } {
    const { manifest, problems } = readManifest(files, fileName);
    return { deletions: manifest.members.map((member) => ({ ...member, fileName })), problems };
}
