import type { PackageFiles } from './packageFiles.ts';

export const MANIFEST = 'package.xml';

/** A package and where it lies in its zip. */
export interface ZippedPackage {
    /** What stands before the package's own paths in the zip: nothing, or the folder with a slash, `unpackaged/`. */
    prefix: string;
    files: PackageFiles;
}

/**
 * The packages of a zip: with `single` the one at its root, or in its only folder; with `several` one for every folder
 * at the root, each with a manifest of its own. A manifest may be missing: reading it says so, as the platform does
 * (`classes/package.xml: No package.xml found`).
 */
export function findPackages(zip: PackageFiles, layout: 'single' | 'several'): ZippedPackage[] {
    const prefixes = [...new Set([...zip.keys()].flatMap(topFolder))];
    if (layout === 'several')
        return prefixes.length > 0 ? prefixes.map((prefix) => below(zip, prefix)) : [below(zip, '')];
    const [only] = prefixes;
    const isInFolder = !zip.has(MANIFEST) && prefixes.length === 1 && only !== undefined && zip.has(only + MANIFEST);
    return [below(zip, isInFolder ? only : '')];
}

function topFolder(path: string): string[] {
    const slash = path.indexOf('/');
    return slash < 0 ? [] : [path.slice(0, slash + 1)];
}

function below(zip: PackageFiles, prefix: string): ZippedPackage {
    const inside = [...zip].filter(([path]) => path.startsWith(prefix));
    return { prefix, files: new Map(inside.map(([path, content]) => [path.slice(prefix.length), content])) };
}
