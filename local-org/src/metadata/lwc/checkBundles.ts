import type { PackagedComponent } from '../components/component.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { checkBundleFiles } from './checkBundleFiles.ts';
import type { BundleCompiler } from './compiler/bundleCompiler.ts';
import { checkConfiguration } from './configuration/checkConfiguration.ts';
import { toBundleSource } from './configuration/toBundleSource.ts';
import { checkVerdict } from './checkVerdict.ts';
import { LightningBundle } from './lightningBundle.ts';
import type { LwcPlatform } from './lwcPlatform.ts';

/**
 * What the platform has against bundles of Lightning web components, worded as a deploy words it: first their files
 * and configuration, then what its compiler says (`[Line: 5, Col: 2] LWC1503: …`), and of those that compile the
 * references to what is not there. All of a bundle's problems of one kind are told; the next kind is not looked at
 * then. What the compiler merely warns of stays with it, as it does in a deploy
 * (https://lwc.dev/guide/error_codes: warnings are for the console).
 *
 * `line` and `column` are the compiler's, whose parser of JavaScript counts columns from 0 and whose other parts count
 * them from 1.
 *
 * @param bundles of type LightningComponentBundle
 * @throws CompilerUnavailable when there is no verdict to be had
 */
export async function checkBundles(
    bundles: PackagedComponent[],
    platform: LwcPlatform,
    compiler: BundleCompiler
): Promise<ComponentProblem[]> {
    const inspected = bundles.map((component) => inspect(new LightningBundle(component), platform));
    const sound = inspected.filter(({ problems }) => problems.length === 0).map(({ bundle }) => bundle);
    const verdicts = await compiler.compile(sound.map((bundle) => toBundleSource(bundle, platform.apiVersion)));
    const verdictOf = new Map(sound.map((bundle, index) => [bundle, verdicts[index]]));
    return inspected.flatMap(({ bundle, problems }) => {
        const verdict = verdictOf.get(bundle);
        return verdict ? checkVerdict(bundle, verdict, platform) : problems;
    });
}

function inspect(bundle: LightningBundle, platform: LwcPlatform) {
    const inFiles = checkBundleFiles(bundle);
    return { bundle, problems: inFiles.length > 0 ? inFiles : checkConfiguration(bundle, platform) };
}
