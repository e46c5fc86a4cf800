import { manifestXml, metadataXml } from '../metadata/packageOf.ts';
import { failuresOf, openBareOrg, type BareOrg } from './openBareOrg.ts';

const configuration = metadataXml(
    'LightningComponentBundle',
    '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__UtilityBar</target></targets>'
);
const bundle = (name: string, imports = '', markup = '') => ({
    [`lwc/${name}/${name}.js`]: `import { LightningElement } from 'lwc';\n${imports}\nexport default class extends LightningElement {}\n`,
    [`lwc/${name}/${name}.html`]: `<template>${markup}</template>\n`,
    [`lwc/${name}/${name}.js-meta.xml`]: configuration
});
const label = (details = '<shortDescription>Hi</shortDescription>', name = 'Greeting') => ({
    'labels/CustomLabels.labels': metadataXml(
        'CustomLabels',
        `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected>${details}<value>Hi</value></labels>`
    )
});
const importsLabel = "import greeting from '@salesforce/label/c.Greeting';\nexport { greeting };";
const deletion = (types: Record<string, string[]>) => ({
    'package.xml': manifestXml({}),
    'destructiveChanges.xml': manifestXml(types, null)
});

describe('Lightning web components in a deploy', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    it('find labels and bundles in the package and in the org', async () => {
        expect(failuresOf(await bare.deploy({ ...label(), ...bundle('inner') }))).toEqual([]);
        expect(failuresOf(await bare.deploy(bundle('outer', importsLabel, '<c-inner></c-inner>')))).toEqual([]);
    });

    it('fail with the label that fails', async () => {
        const outcome = await bare.deploy({ ...label('<colour>red</colour>'), ...bundle('panel', importsLabel) });
        expect(outcome.messages.filter(({ success }) => !success).map(({ fullName }) => fullName)).toEqual([
            'Greeting',
            'Greeting',
            'panel'
        ]);
        expect(bare.org.components.all).toEqual([]);
    });

    it('keep what they use from being deleted', async () => {
        await bare.deploy({ ...label(), ...bundle('inner'), ...bundle('outer', importsLabel, '<c-inner></c-inner>') });
        expect(failuresOf(await bare.deploy(deletion({ CustomLabel: ['Greeting'] })))).toEqual([
            'CustomLabel Greeting: This custom label is referenced elsewhere in Salesforce: Lightning Component Bundle - outer'
        ]);
        expect(failuresOf(await bare.deploy(deletion({ LightningComponentBundle: ['inner'] })))).toEqual([
            'LightningComponentBundle inner: This lightning component bundle is referenced elsewhere in Salesforce: ' +
                'Lightning Component Bundle - outer'
        ]);
        const all = deletion({ CustomLabel: ['Greeting'], LightningComponentBundle: ['inner', 'outer'] });
        expect(failuresOf(await bare.deploy(all))).toEqual([]);
    });

    it('keep what they use however the deletion writes it, and nothing whose name begins alike', async () => {
        await bare.deploy({ ...label(), ...bundle('outer', importsLabel) });
        await bare.deploy(label(undefined, 'Greet'));
        const outcome = await bare.deploy(deletion({ CustomLabel: ['Greet', 'GREETING'] }));
        expect(failuresOf(outcome)).toEqual([
            'CustomLabel GREETING: This custom label is referenced elsewhere in Salesforce: Lightning Component Bundle - outer'
        ]);
    });
});
