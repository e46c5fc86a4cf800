import { findChildType } from '../components/childTypes.ts';
import type { PackagedComponent } from '../components/component.ts';
import { problemOf } from '../components/componentReading.ts';
import { findComponentType, lackingFor } from '../components/componentTypes.ts';
import { readComponents } from '../components/readComponents.ts';
import { checkComponent } from '../checks/checkComponent.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { findPackages, type ZippedPackage } from '../package/findPackages.ts';
import type { PackageFiles } from '../package/packageFiles.ts';
import { readDestructiveChanges, type Deletion } from '../package/readDestructiveChanges.ts';
import { readManifest } from '../package/readManifest.ts';
import { selectComponents } from '../package/selectComponents.ts';
import type { DeployOptions } from './deployOptions.ts';

/** What a package asks of any org, before it is held against this one. */
export interface DeployPlan {
    /** What stands before the paths of the package in its zip: `unpackaged/`, or nothing. */
    prefix: string;
    components: PackagedComponent[];
    /** What goes before the components come, and after. */
    before: Deletion[];
    after: Deletion[];
    /** What is wrong with the package itself, and with components by themselves. */
    problems: ComponentProblem[];
}

/** The plan of every package in a zip: of its only one unless there may be several. */
export function readPlans(files: PackageFiles, options: DeployOptions): DeployPlan[] {
    return findPackages(files, options.singlePackage ? 'single' : 'several').map((found) => readPlan(found, options));
}

function readPlan({ prefix, files }: ZippedPackage, options: DeployOptions): DeployPlan {
    const { manifest, problems: manifestProblems } = readManifest(files);
    // A manifest that can not be read names nothing, and all of the package would be said to be missing from it.
    if (manifestProblems.length > 0)
        return { prefix, components: [], before: [], after: [], problems: manifestProblems };
    const reading = readComponents(files);
    const selected = selectComponents(manifest, reading, options);
    const { before, after, problems: deletionProblems } = readDestructiveChanges(files);
    const alone = selected.components.flatMap(checkAlone);
    return {
        prefix,
        components: selected.components,
        before,
        after,
        problems: [...reading.problems, ...selected.problems, ...deletionProblems, ...alone]
    };
}

/** A type that this org can not hold is refused before anything is said of the component. */
function checkAlone(component: PackagedComponent): ComponentProblem[] {
    const type = findComponentType(findChildType(component.type)?.parentName ?? component.type);
    const lacking = type && lackingFor(type);
    if (lacking === undefined) return checkComponent(component);
    const message = `The local org does not emulate ${lacking}. See local-org/README.md.`;
    return [problemOf(component, { message, severity: 'error' })];
}
