import type { LightningBundle } from '../lightningBundle.ts';
import type { LwcPlatform } from '../lwcPlatform.ts';
import { isLightningModule } from './platformModules.ts';

/** Namespaces of products that a real org may have, and whose modules this one does not know. */
const PRODUCT_NAMESPACES = ['commerce', 'experience', 'lightningsnapin', 'lightningcommunity', 'omnistudio'];

/** What is missing for `import … from 'lightning/navigation'` or `'c/callCard'`, null when nothing is. */
export function describeMissingModule(id: string, bundle: LightningBundle, platform: LwcPlatform): string | null {
    if (/[.:]/.test(id)) return `Invalid import '${id}'. No '.' in module reference or start relative path with ./`;
    const [namespace = '', ...rest] = id.split('/');
    return describeMissing(namespace, rest.join('/'), bundle, platform);
}

/** What is missing for `<lightning-button>` or `<c-call-card>`, null when nothing is. */
export function describeMissingComponent(tag: string, bundle: LightningBundle, platform: LwcPlatform): string | null {
    const [namespace = '', ...words] = tag.split('-');
    const name = words.map((word, index) => (index === 0 ? word : capitalize(word))).join('');
    return describeMissing(namespace, name, bundle, platform);
}

function describeMissing(
    namespace: string,
    name: string,
    bundle: LightningBundle,
    platform: LwcPlatform
): string | null {
    if (isThere(namespace, name, bundle, platform)) return null;
    if (PRODUCT_NAMESPACES.includes(namespace)) {
        return `The local org does not emulate the modules of ${namespace}, such as ${namespace}/${name}.`;
    }
    const missing = name === '' ? `markup://${namespace}` : `markup://${namespace}:${name}`;
    return `No MODULE named ${missing} found : [${bundle.descriptor}]`;
}

function isThere(namespace: string, name: string, bundle: LightningBundle, platform: LwcPlatform): boolean {
    switch (namespace) {
        case 'c':
            return platform.hasComponent('LightningComponentBundle', name);
        case 'lightning':
            return isLightningModule(name, bundle.apiVersion ?? platform.apiVersion);
        case '@lwc':
            return name === 'state';
        default:
            return false;
    }
}

function capitalize(word: string): string {
    return word.charAt(0).toUpperCase() + word.slice(1);
}
