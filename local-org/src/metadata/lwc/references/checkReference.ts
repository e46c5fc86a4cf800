import type { ComponentProblem } from '../../metadataProblem.ts';
import type { BundleReference } from '../compiler/bundleVerdict.ts';
import type { LightningBundle } from '../lightningBundle.ts';
import type { LwcPlatform } from '../lwcPlatform.ts';
import { describeMissingComponent, describeMissingModule } from './checkModule.ts';
import { describeInvalidReference } from './describeInvalidReference.ts';
import { isLocaleModule } from './platformModules.ts';

/** The namespace of an org's own labels and resources. */
const OWN = /^c[._]+/;

/** The platform's refusal when a bundle names what the org does not have. It names no place in its text. */
export function checkReference(
    bundle: LightningBundle,
    reference: BundleReference,
    platform: LwcPlatform
): ComponentProblem[] {
    const message = describeMissing(bundle, reference, platform);
    return message ? [bundle.problem(reference.file, { message, severity: 'error', ...reference.place })] : [];
}

function describeMissing(
    bundle: LightningBundle,
    { type, id, file }: BundleReference,
    platform: LwcPlatform
): string | null {
    const unless = (isThere: boolean, asType = type) => (isThere ? null : describeInvalidReference(id, asType, file));
    switch (type) {
        case 'module':
            return describeMissingModule(id, bundle, platform);
        case 'component':
            return describeMissingComponent(id, bundle, platform);
        case 'label':
            if (!id.includes('.')) return `Labels should have a section and a name: ${id}`;
            return unless(id.startsWith('c.') && platform.hasComponent('CustomLabel', id.replace(OWN, '')));
        case 'schema':
            return id.includes('.')
                ? unless(platform.hasField(id), 'sobjectField')
                : unless(platform.hasObject(id), 'sobjectClass');
        case 'apex':
        case 'apexContinuation':
            return `Unable to find Apex action class referenced as '${id.split('.')[0]}'.`;
        case 'resourceUrl':
            return unless(platform.hasComponent('StaticResource', id.replace(OWN, '')));
        case 'contentAssetUrl':
            if (platform.hasComponent('ContentAsset', id.replace(OWN, ''))) return null;
            return `Exception while getting the content asset for reference ${id} of type ${type} in file ${file}`;
        case 'messageChannel':
            return unless(platform.hasComponent('LightningMessageChannel', id.replace(/__c$/, '')));
        case 'customPermission':
            return unless(platform.hasComponent('CustomPermission', id));
        case 'i18n':
            return unless(isLocaleModule(id));
        // the compiler knows all of these by name, except the user permissions, of which this org has no list
        case 'user':
        case 'client':
        case 'community':
        case 'site':
        case 'userPermission':
            return null;
        default:
            return unless(false);
    }
}
