import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { apiVersions } from '../../rest/apiVersions.ts';
import type { ComponentType } from '../components/componentTypes.ts';
import { readComponents } from '../components/readComponents.ts';
import { composeManifest } from './composeManifest.ts';
import { MANIFEST } from './findPackages.ts';
import { findUpwards, readForceIgnore } from './forceIgnore.ts';
import { isDecomposed, mergeDecomposed, type SourceFile } from './mergeDecomposed.ts';
import { packagedPath } from './packagedPath.ts';
import type { PackageFiles } from './packageFiles.ts';
import { isEmptyShell } from './selectComponents.ts';
import { findSourcePlace } from './sourcePlace.ts';
import { stripTypes } from './stripTypes.ts';

/**
 * An SFDX source folder (`force-app/main/default`, or one above) as the package that the Salesforce CLI makes of it, with
 * a manifest that names every component. TypeScript of Lightning web components is deployed as the JavaScript it is
 * built to, from the source itself: JavaScript that a build left beside it is not read.
 *
 * @throws Error naming a file that no package can be made of
 */
export function readSourceFolder(folder: string): PackageFiles {
    const root = resolve(folder);
    const files = new Map<string, Buffer>();
    for (const [type, sources] of Map.groupBy(listSources(root), (source) => source.type)) {
        for (const [path, content] of packageSources(type, sources))
            files.set(`${type.directoryName}/${path}`, content);
    }
    const { components } = readComponents(files);
    const named = components.filter((component) => component.type !== 'CustomObject' || !isEmptyShell(component));
    return new Map([[MANIFEST, composeManifest(named, sourceApiVersion(root))], ...files]);
}

interface TypedSource extends SourceFile {
    type: ComponentType;
}

function listSources(root: string): TypedSource[] {
    const isIgnored = readForceIgnore(root);
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    const known = new Set(files);
    return files
        .filter((file) => !isBuilt(file, known) && !isIgnored(deployedName(file)))
        .flatMap((file) => {
            const place = findSourcePlace(relative(root, file).split(sep).join('/'));
            return place ? [{ ...place, path: deployedName(place.path), file, content: readSource(file) }] : [];
        });
}

function isTypeScript(file: string): boolean {
    return file.endsWith('.ts') && !file.endsWith('.d.ts');
}

function isBuilt(file: string, files: ReadonlySet<string>): boolean {
    return file.endsWith('.js') && files.has(file.replace(/\.js$/, '.ts'));
}

function deployedName(file: string): string {
    return isTypeScript(file) ? file.replace(/\.ts$/, '.js') : file;
}

function readSource(file: string): Buffer {
    const content = readFileSync(file);
    if (!isTypeScript(file)) return content;
    try {
        return Buffer.from(stripTypes(content.toString('utf8')));
    } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
}

function packageSources(type: ComponentType, sources: SourceFile[]): [string, Buffer][] {
    if (isDecomposed(type)) {
        const byComponent = Map.groupBy(sources, ({ path }) => path.split('/', 1).join());
        return [...byComponent].map(([name, parts]) => [`${name}.${type.suffix}`, mergeDecomposed(type, parts)]);
    }
    refuseArchives(type, sources);
    const paths = sources.map(({ path }) => path);
    return sources
        .filter(({ path }) => type.shape !== 'bundle' || path.includes('/'))
        .map(({ path, content }) => [packagedPath(type, path, paths), content]);
}

/** The Salesforce CLI zips a static resource that is a folder. */
function refuseArchives({ xmlName }: ComponentType, sources: SourceFile[]): void {
    const inArchive = xmlName === 'StaticResource' && sources.find(({ path }) => path.includes('/'));
    if (inArchive) throw new Error(`${inArchive.file}: the local org reads no static resource that is a folder.`);
}

function sourceApiVersion(folder: string): string {
    const project = findUpwards(folder, 'sfdx-project.json');
    const newest = apiVersions.at(-1)?.version ?? '';
    if (project === undefined) return newest;
    const { sourceApiVersion: version } = JSON.parse(readFileSync(join(project, 'sfdx-project.json'), 'utf8')) as {
        sourceApiVersion?: string;
    };
    return version ?? newest;
}
