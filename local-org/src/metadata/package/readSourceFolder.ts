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
import { SourceError } from './sourceError.ts';
import { SourceMap, type Origin } from './sourceMap.ts';
import { findSourcePlace } from './sourcePlace.ts';
import { stripTypes } from './stripTypes.ts';

/** A source folder as a package, and where its files come from. */
export interface SourcePackage {
    files: PackageFiles;
    sources: SourceMap;
}

/**
 * What becomes of TypeScript of Lightning web components.
 * - `source`: the JavaScript that it is without its types; what a build left beside it is not read
 * - `build`: what a build left beside it, as the Salesforce CLI deploys it
 */
export type ScriptsFrom = 'source' | 'build';

interface PackagedFile {
    path: string;
    content: Buffer;
    origin: Origin;
}

/**
 * An SFDX source folder (`force-app/main/default`, or one above) as the package that the Salesforce CLI makes of it, with
 * a manifest that names every component.
 *
 * @throws SourceError naming a file that no package can be made of
 */
export function readSourceFolder(folder: string, scriptsFrom: ScriptsFrom = 'source'): SourcePackage {
    const root = resolve(folder);
    const files = new Map<string, Buffer>();
    const origins = new Map<string, Origin>();
    for (const [type, sources] of Map.groupBy(listSources(root, scriptsFrom), (source) => source.type)) {
        for (const { path, content, origin } of packageSources(type, sources)) {
            files.set(`${type.directoryName}/${path}`, content);
            origins.set(`${type.directoryName}/${path}`, origin);
        }
    }
    const { components } = readComponents(files);
    const named = components.filter((component) => component.type !== 'CustomObject' || !isEmptyShell(component));
    return {
        files: new Map([[MANIFEST, composeManifest(named, sourceApiVersion(root))], ...files]),
        sources: new SourceMap(root, origins)
    };
}

interface TypedSource extends SourceFile {
    type: ComponentType;
}

function listSources(root: string, scriptsFrom: ScriptsFrom): TypedSource[] {
    const isIgnored = readForceIgnore(root);
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    const known = new Set(files);
    const isLeftOut = (file: string) => (scriptsFrom === 'build' ? isTypeScript(file) : isBuilt(file, known));
    return files
        .filter((file) => !isLeftOut(file) && !isIgnored(deployedName(file)))
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
        throw new SourceError(file, error);
    }
}

function packageSources(type: ComponentType, sources: SourceFile[]): PackagedFile[] {
    if (isDecomposed(type)) {
        const byComponent = Map.groupBy(sources, ({ path }) => path.split('/', 1).join());
        return [...byComponent].map(([name, parts]) => {
            const { content, elements } = mergeDecomposed(type, parts);
            return { path: `${name}.${type.suffix}`, content, origin: { elements } };
        });
    }
    refuseArchives(type, sources);
    const paths = sources.map(({ path }) => path);
    return sources
        .filter(({ path }) => type.shape !== 'bundle' || path.includes('/'))
        .map(({ path, content, file }) => ({ path: packagedPath(type, path, paths), content, origin: { file } }));
}

/** The Salesforce CLI zips a static resource that is a folder. */
function refuseArchives({ xmlName }: ComponentType, sources: SourceFile[]): void {
    const inArchive = xmlName === 'StaticResource' && sources.find(({ path }) => path.includes('/'));
    if (inArchive) throw new SourceError(inArchive.file, 'the local org reads no static resource that is a folder.');
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
