import { configurationOf } from '../lwc/bundleOf.ts';
import { metadataXml } from '../metadata/packageOf.ts';
import { failuresOf, openBareOrg, type BareOrg } from './openBareOrg.ts';

const SCRIPT = "import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement {}\n";
const TARGET = '<targets><target>lightning__RecordAction</target></targets>';
const targetConfig = (actionType: string) =>
    `<targetConfigs><targetConfig targets="lightning__RecordAction"><actionType>${actionType}</actionType></targetConfig></targetConfigs>`;

const card = (configuration: string) => ({
    'lwc/card/card.js': SCRIPT,
    'lwc/card/card.html': '<template></template>',
    'lwc/card/card.js-meta.xml': configurationOf(`<isExposed>true</isExposed>${configuration}`)
});
const action = (content: string) => ({
    'quickActions/Case.Call.quickAction': metadataXml(
        'QuickAction',
        `<label>Call</label><optionsCreateFeedItem>false</optionsCreateFeedItem>${content}`
    )
});
const running = (name: string, subtype?: string) =>
    action(
        `${subtype ? `<actionSubtype>${subtype}</actionSubtype>` : ''}<lightningWebComponent>${name}</lightningWebComponent><type>LightningWebComponent</type>`
    );
const translated = {
    'objectTranslations/Case-es.objectTranslation': metadataXml(
        'CustomObjectTranslation',
        '<quickActions><label>Llamar</label><name>Call</name></quickActions>'
    )
};
const channel = (name: string, content = '') => ({
    [`messageChannels/${name}.messageChannel`]: metadataXml(
        'LightningMessageChannel',
        `<isExposed>false</isExposed>${content}<masterLabel>Dial</masterLabel>`
    )
});

describe('an action that runs a Lightning web component', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    it.each([
        ['of the same type', TARGET + targetConfig('ScreenAction'), 'ScreenAction'],
        ['that has a screen, since it says nothing else', TARGET, 'ScreenAction'],
        ['without a screen', TARGET + targetConfig('Action'), 'Action'],
        ['when it leaves the subtype out', TARGET + targetConfig('Action'), undefined]
    ])('is taken with a component %s', async (_, configuration, subtype) => {
        const outcome = await bare.deploy({ ...card(configuration), ...running('card', subtype) });

        expect(failuresOf(outcome)).toEqual([]);
    });

    it.each<[string, Record<string, string>, string]>([
        [
            'a component that is not there',
            running('missing'),
            'In field: lightningWebComponent - no LightningComponentBundle named missing found'
        ],
        [
            'no component',
            action('<type>LightningWebComponent</type>'),
            'Required field is missing: lightningWebComponent'
        ],
        [
            'a component that is made for other places',
            { ...card('<targets><target>lightning__RecordPage</target></targets>'), ...running('card') },
            "The Lightning web component card can't be used as a quick action: it doesn't have the lightning__RecordAction target."
        ],
        [
            'a component without a screen, on a screen',
            { ...card(TARGET + targetConfig('Action')), ...running('card', 'ScreenAction') },
            "The action subtype ScreenAction doesn't match the action type Action of the Lightning web component card."
        ]
    ])('is refused with %s', async (_, contents, problem) => {
        expect(failuresOf(await bare.deploy(contents))).toEqual([`QuickAction Case.Call: ${problem}`]);
    });

    it('is translated with its object', async () => {
        const outcome = await bare.deploy({ ...card(TARGET), ...running('card'), ...translated });

        expect(failuresOf(outcome)).toEqual([]);
    });
});

describe('a message channel', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    const importing = (name: string) => ({
        ...card(''),
        'lwc/card/card.js': `import DIAL from '@salesforce/messageChannel/${name}';\n${SCRIPT}export { DIAL };\n`
    });

    it('is there for the components of its package', async () => {
        const fields =
            '<lightningMessageFields><description>The number</description><fieldName>number</fieldName></lightningMessageFields>';

        expect(failuresOf(await bare.deploy({ ...channel('Dial', fields), ...importing('Dial__c') }))).toEqual([]);
    });

    it('must have a name that one can write', async () => {
        expect(failuresOf(await bare.deploy(channel('1_Dial')))).toEqual([
            expect.stringContaining('LightningMessageChannel 1_Dial: API Name: The API Name field can only contain')
        ]);
    });

    it('must say what its fields are called', async () => {
        const nameless = '<lightningMessageFields><description>The number</description></lightningMessageFields>';

        expect(failuresOf(await bare.deploy(channel('Dial', nameless)))).toEqual([
            expect.stringContaining('fieldName')
        ]);
    });

    it('stays while a component speaks on it', async () => {
        await bare.deploy({ ...channel('Dial'), ...importing('Dial__c') });
        const outcome = await bare.deploy({
            'destructiveChanges.xml': metadataXml(
                'Package',
                '<types><members>Dial</members><name>LightningMessageChannel</name></types>'
            ),
            'package.xml': metadataXml('Package', '<version>66.0</version>')
        });

        expect(failuresOf(outcome)).toEqual([expect.stringMatching(/^LightningMessageChannel Dial: .*card/)]);
    });
});
