import { childTypesOf, findChildType, parentFullName } from '../components/childTypes.ts';
import type { PackagedComponent } from '../components/component.ts';
import { problemOf, type ComponentReading } from '../components/componentReading.ts';
import type { DeployOptions } from '../deploy/deployOptions.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { MANIFEST } from './findPackages.ts';
import { WILDCARD, type ManifestMember, type PackageManifest } from './packageManifest.ts';

/**
 * The components of a reading that a manifest names, themselves or by the one they lie in, and where manifest and files
 * disagree. What could not be read counts as there. Names are compared with their case.
 *
 * A wildcard takes every component of its type that the package holds, of objects only the custom ones ("Running a
 * Retrieve" and "Sample package.xml", Metadata API).
 */
export function selectComponents(
    manifest: PackageManifest,
    reading: ComponentReading,
    options: Pick<DeployOptions, 'allowMissingFiles' | 'autoUpdatePackage'>
): ComponentReading {
    const named = new Set(manifest.members.map(({ type, member }) => keyOf(type, withoutSlash(member))));
    const selected = reading.components.filter((component) => isNamed(component, named));
    const chosen = new Set(selected);
    const others = reading.components.filter((component) => !chosen.has(component) && !isEmptyShell(component));
    const missing = options.allowMissingFiles ? [] : findMissing(manifest, reading);
    if (options.autoUpdatePackage) return { components: [...selected, ...others], problems: missing };
    return { components: selected, problems: [...missing, ...others.map(notInManifest)] };
}

/** The Salesforce CLI names a folder of reports `Calls/`. */
function withoutSlash(member: string): string {
    return member.replace(/\/$/, '');
}

function isNamed(component: PackagedComponent, named: ReadonlySet<string>): boolean {
    const { type, fullName } = component;
    if (namesOf(component).some((name) => named.has(keyOf(type, name)))) return true;
    if (named.has(keyOf(type, WILDCARD)) && (type !== 'CustomObject' || isCustom(fullName))) return true;
    const child = findChildType(type);
    if (!child) return false;
    const parent = { ...component, type: child.parentName, fullName: parentFullName(child, fullName) };
    return isNamed(parent, named);
}

/** The Salesforce CLI names a document without its ending, all others with it. */
function namesOf({ type, fullName }: PackagedComponent): string[] {
    return type === 'Document' ? [fullName, fullName.replace(/\.[^./]*$/, '')] : [fullName];
}

function isCustom(objectName: string): boolean {
    return /__[a-z]+$/i.test(objectName);
}

/** A file that holds nothing but the components inside it says nothing of its own: `Case.object` with new fields. */
export function isEmptyShell({ type, content }: PackagedComponent): boolean {
    return childTypesOf(type).length > 0 && content.kind === 'xml' && content.element.children.length === 0;
}

function findMissing({ members }: PackageManifest, { components, problems }: ComponentReading): ComponentProblem[] {
    const present = new Set(
        components.flatMap((component) => namesOf(component).map((name) => keyOf(component.type, name)))
    );
    const refused = new Set(problems.map(({ componentType, fullName }) => keyOf(componentType, fullName)));
    const isThere = ({ type, member }: ManifestMember): boolean => {
        const key = keyOf(type, withoutSlash(member));
        return present.has(key) || refused.has(key) || refused.has(parentKeyOf(type, member));
    };
    return members.filter((named) => named.member !== WILDCARD && !isThere(named)).map(notInZip);
}

function keyOf(type: string, fullName: string): string {
    return `${type}:${fullName}`;
}

/** Of what lies in another component's file: what could not be read of that file may well be it. */
function parentKeyOf(type: string, fullName: string): string {
    const child = findChildType(type);
    return child ? keyOf(child.parentName, parentFullName(child, fullName)) : keyOf(type, fullName);
}

/** @see https://github.com/forcedotcom/cli/issues/2182 for the wording and the fields of the message */
function notInZip({ type, member, line, column }: ManifestMember): ComponentProblem {
    const message = `An object '${member}' of type ${type} was named in package.xml, but was not found in zipped directory`;
    return { message, severity: 'error', fileName: MANIFEST, fullName: member, componentType: '', line, column };
}

/** @see https://github.com/mshanemc/shane-sfdx-plugins/issues/104 for the wording and the fields of the message */
function notInManifest(component: PackagedComponent): ComponentProblem {
    return problemOf(component, { message: 'Not in package.xml', severity: 'error' });
}
