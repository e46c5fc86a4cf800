import { childNamed, childrenNamed } from '../../xml/xmlElement.ts';
import type { BundleSource } from '../compiler/bundleSource.ts';
import type { LightningBundle } from '../lightningBundle.ts';

/** Lets a bundle import at runtime (Lightning Web Components Developer Guide, "Dynamically Instantiate Components"). */
const DYNAMIC_COMPONENT = 'lightning__dynamicComponent';

/** @param newestApiVersion for a bundle that names none */
export function toBundleSource(
    { name, apiVersion, files, configuration }: LightningBundle,
    newestApiVersion: string
): BundleSource {
    const capabilities = configuration && childNamed(configuration, 'capabilities');
    return {
        name,
        apiVersion: apiVersion ?? newestApiVersion,
        dynamicComponents: (capabilities ? childrenNamed(capabilities, 'capability') : []).some(
            ({ text }) => text.trim() === DYNAMIC_COMPONENT
        ),
        files: Object.fromEntries(files)
    };
}
