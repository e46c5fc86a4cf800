import { apiVersions } from '../../rest/apiVersions.ts';
import { isComponentType } from '../components/componentTypes.ts';
import { problemAt, type ComponentProblem, type MetadataProblem } from '../metadataProblem.ts';
import { checkElement } from '../types/checkElement.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import { invalidElement } from '../xml/invalidElement.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import { XmlSyntaxError } from '../xml/xmlSyntaxError.ts';
import { MANIFEST } from './findPackages.ts';
import type { PackageFiles } from './packageFiles.ts';
import type { ManifestMember, PackageManifest } from './packageManifest.ts';

export interface ManifestReading {
    manifest: PackageManifest;
    /** What is wrong with the manifest itself; the component is `package.xml`, of no type. */
    problems: ComponentProblem[];
}

/**
 * The manifest of a package. A member that is named twice is one member, and a type may stand in several `types`.
 *
 * @param fileName `package.xml`, or the name of a manifest of deletions, which says the same of what is to go
 */
export function readManifest(files: PackageFiles, fileName = MANIFEST): ManifestReading {
    const { manifest, problems } = parseManifest(files.get(fileName), fileName);
    return {
        manifest,
        problems: problems.map((problem) => ({ ...problem, fileName, fullName: fileName, componentType: '' }))
    };
}

interface ParsedManifest {
    manifest: PackageManifest;
    problems: MetadataProblem[];
}

const NOTHING: PackageManifest = { version: null, members: [] };

function parseManifest(content: Buffer | undefined, fileName: string): ParsedManifest {
    if (!content) return refused({ message: `No ${fileName} found`, severity: 'error' });
    try {
        const root = parseXmlFile(content);
        if (root.name !== 'Package') return refused(invalidElement(root));
        return { manifest: manifestOf(root), problems: checkManifest(root, fileName) };
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) throw error;
        return refused({ message: error.message, severity: 'error', line: error.line, column: error.column });
    }
}

function refused(problem: MetadataProblem): ParsedManifest {
    return { manifest: NOTHING, problems: [problem] };
}

function manifestOf(root: XmlElement): PackageManifest {
    const members = childrenNamed(root, 'types').flatMap((types) => {
        const type = textOf(types, 'name') ?? '';
        return childrenNamed(types, 'members').map((member) => memberOf(type, member));
    });
    const firstByName = new Map<string, ManifestMember>();
    for (const named of members) {
        const key = `${named.type}:${named.member}`;
        if (!firstByName.has(key)) firstByName.set(key, named);
    }
    return { version: textOf(root, 'version') ?? null, members: [...firstByName.values()] };
}

function memberOf(type: string, { text, line, column }: XmlElement): ManifestMember {
    return { type, member: text.trim(), line, column };
}

function checkManifest(root: XmlElement, fileName: string): MetadataProblem[] {
    const known = checkElement(root, 'Package').filter(
        (problem) => fileName === MANIFEST || !isMissingVersion(problem)
    );
    return [
        ...known,
        ...checkVersion(root),
        ...childrenNamed(root, 'types').flatMap((types) => checkTypeName(types, fileName))
    ];
}

/** A manifest of deletions is written in the version of its package. */
function isMissingVersion({ message }: MetadataProblem): boolean {
    return message === 'Required field is missing: version';
}

/** @see https://github.com/forcedotcom/cli/issues/27 for the wording */
function checkVersion(root: XmlElement): MetadataProblem[] {
    const element = childNamed(root, 'version');
    const version = element?.text.trim();
    if (!element || apiVersions.some((known) => Number(known.version) === Number(version))) return [];
    return [problemAt(element, `Invalid version specified:${version}`)];
}

/** @see https://github.com/forcedotcom/cli/issues/866 for the wording */
function checkTypeName(types: XmlElement, fileName: string): MetadataProblem[] {
    const element = childNamed(types, 'name');
    const name = element?.text.trim() ?? '';
    if (!element || isComponentType(name)) return [];
    return [problemAt(element, `Unknown type name '${name}' specified in ${fileName}`)];
}
