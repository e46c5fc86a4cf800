import type { PackagedComponent } from '../../src/metadata/components/component.ts';
import type { LwcPlatform } from '../../src/metadata/lwc/lwcPlatform.ts';

export const SCRIPT =
    "import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement {}\n";

/** A bundle `card` that the platform accepts, but for the files given; a file of null is left out. */
export function bundleOf(files: Record<string, string | null>, name = 'card'): PackagedComponent {
    const all = { [`${name}.js`]: SCRIPT, [`${name}.js-meta.xml`]: configurationOf(''), ...files };
    const encoded = Object.entries(all)
        .filter((entry): entry is [string, string] => entry[1] !== null)
        .map(([file, text]) => [`lwc/${name}/${file}`, Buffer.from(text).toString('base64')]);
    return {
        type: 'LightningComponentBundle',
        fullName: name,
        fileName: `lwc/${name}`,
        content: { kind: 'files', files: Object.fromEntries(encoded) }
    };
}

/** A configuration with further elements, which stand on its third line. */
export function configurationOf(elements: string, apiVersion = '66.0'): string {
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${apiVersion}</apiVersion>`,
        elements,
        '</LightningComponentBundle>'
    ].join('\n');
}

const components = [
    'CustomLabel Call_Ended',
    'LightningComponentBundle card',
    'LightningComponentBundle callTimer',
    'StaticResource ringtone',
    'ContentAsset logo',
    'LightningMessageChannel Dial',
    'CustomPermission Dial'
];

/** An org with one component of each type that a bundle may name, and with Cases that have an origin. */
export const platform: LwcPlatform = {
    apiVersion: '68.0',
    hasComponent: (type, fullName) => components.includes(`${type} ${fullName}`),
    hasObject: (name) => name === 'Case',
    hasField: (path) => path === 'Case.Origin'
};
