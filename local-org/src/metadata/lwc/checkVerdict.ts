import type { ComponentProblem } from '../metadataProblem.ts';
import type { BundleVerdict, CompilerDiagnostic } from './compiler/bundleVerdict.ts';
import { checkConfiguredProperties } from './configuration/checkConfiguredProperties.ts';
import type { LightningBundle } from './lightningBundle.ts';
import type { LwcPlatform } from './lwcPlatform.ts';
import { checkReference } from './references/checkReference.ts';

/** What the compiler has against a bundle, or else what the org lacks of that which the bundle refers to. */
export function checkVerdict(
    bundle: LightningBundle,
    verdict: BundleVerdict,
    platform: LwcPlatform
): ComponentProblem[] {
    switch (verdict.kind) {
        case 'refused':
            return verdict.diagnostics.map((diagnostic) => toProblem(bundle, diagnostic));
        case 'compiled':
            return [
                ...checkConfiguredProperties(bundle, verdict.publicProperties),
                ...verdict.references.flatMap((reference) => checkReference(bundle, reference, platform))
            ];
    }
}

/** The Salesforce CLI reads the place from the text. */
function toProblem(bundle: LightningBundle, { file, message, place }: CompilerDiagnostic): ComponentProblem {
    const text = place ? `[Line: ${place.line}, Col: ${place.column}] ${message}` : message;
    return bundle.problem(file, { message: text, severity: 'error', ...place });
}
