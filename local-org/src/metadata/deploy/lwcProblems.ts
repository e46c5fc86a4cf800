import type { Org } from '../../org.ts';
import { apiVersions } from '../../rest/apiVersions.ts';
import type { PackagedComponent } from '../components/component.ts';
import { checkBundles } from '../lwc/checkBundles.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';
import { lwcPlatformOf } from '../references/lwcPlatformOf.ts';
import { referencedElsewhere } from './refuseDeletion.ts';
import type { Resolution } from './resolveDeploy.ts';

const BUNDLE = 'LightningComponentBundle';
const NEWEST_API_VERSION = apiVersions.at(-1)?.version ?? '';

/**
 * What is wrong with the bundles that a deploy brings, and, when it deletes something, with those that would be left
 * without it: then the deletion fails.
 */
export async function findLwcProblems(org: Org, resolution: Resolution): Promise<ComponentProblem[]> {
    const { next, placed, deletions } = resolution;
    const platform = lwcPlatformOf(next, NEWEST_API_VERSION);
    const brought = placed.filter(({ type }) => type === BUNDLE);
    const problems = await checkBundles(brought, platform, org.bundleCompiler);
    if (deletions.length === 0) return problems;
    const left = next.components.ofType(BUNDLE).filter((bundle) => !brought.some((each) => isSame(each, bundle)));
    const broken = await checkBundles(left, platform, org.bundleCompiler);
    return [...problems, ...broken.flatMap((problem) => refuseDeletions(problem, deletions))];
}

function isSame(one: PackagedComponent, other: PackagedComponent): boolean {
    return one.fullName === other.fullName;
}

/** The deletions that broke a bundle: those whose name its problem mentions. */
function refuseDeletions({ message, fullName }: ComponentProblem, deletions: Deletion[]): ComponentProblem[] {
    return deletions
        .filter((deletion) => mentions(message, nameInSources(deletion)))
        .map((deletion) => referencedElsewhere(deletion, [{ type: BUNDLE, fullName }]));
}

/** `@salesforce/messageChannel/Dial__c` is the channel `Dial`. */
function nameInSources({ type, member }: Deletion): string {
    return type === 'LightningMessageChannel' ? `${member}__c` : member;
}

/** The whole name, in any case: a message about `Call_Ended` is none about `Call`. */
function mentions(message: string, name: string): boolean {
    const pattern = name.replace(/[^\w]/g, '\\$&');
    return new RegExp(`(?<!\\w)${pattern}(?!\\w)`, 'i').test(message);
}
