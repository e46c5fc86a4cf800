import { bundleOf, configurationOf } from './bundleOf.ts';
import { useCompiler } from './useCompiler.ts';

const SCRIPT_WITH_URL =
    "import { LightningElement, api } from 'lwc';\nexport default class Card extends LightningElement {\n    @api url;\n}\n";

const forTargets = (targets: string, elements: string, attributes = '') =>
    `<targets>${targets
        .split(',')
        .map((target) => `<target>${target}</target>`)
        .join(
            ''
        )}</targets><targetConfigs><targetConfig targets="${targets}"${attributes}>${elements}</targetConfig></targetConfigs>`;
const property = (attributes: string) => `<property ${attributes}/>`;
const URL_PROPERTY = property('name="url" type="String"');
const targets = (...names: string[]) =>
    `<targets>${names.map((name) => `<target>${name}</target>`).join('')}</targets>`;
const capabilities = (...names: string[]) =>
    `<capabilities>${names.map((name) => `<capability>${name}</capability>`).join('')}</capabilities>`;

const refused: [string, string, string][] = [
    ['an unknown target', targets('lightning__Sidebar'), 'lightning__Sidebar is not a valid TARGETS'],
    ['an empty target', targets(''), 'Lightning Component Bundle card contains empty target'],
    [
        'a target named twice',
        targets('lightning__UtilityBar', 'lightning__UtilityBar'),
        'Lightning Component Bundle card contains duplicate target lightning__UtilityBar'
    ],
    ['an unknown capability', capabilities('lightning__Sound'), 'lightning__Sound is not a valid CAPABILITIES'],
    [
        'a capability named twice',
        capabilities('lightning__ServerRenderable', 'lightning__ServerRenderable'),
        'Lightning Component Bundle card contains duplicate capability lightning__ServerRenderable'
    ],
    [
        'a targetConfig for a target that is not among the targets',
        `${targets('lightning__UtilityBar')}<targetConfigs><targetConfig targets="lightning__AppPage">${URL_PROPERTY}</targetConfig></targetConfigs>`,
        "The 'lightning__AppPage' target of the 'targetConfig' tag isn't listed in 'targets'."
    ],
    [
        'a targetConfig that says nothing',
        forTargets('lightning__UtilityBar', ''),
        "The 'targetConfig' tag doesn't contain any design information."
    ],
    [
        'an unknown attribute of a targetConfig',
        forTargets('lightning__UtilityBar', URL_PROPERTY, ' actionType="ScreenAction"'),
        "'targetConfig' tag doesn't support the 'actionType' attribute"
    ],
    [
        'form factors in the utility bar',
        forTargets(
            'lightning__UtilityBar',
            '<supportedFormFactors><supportedFormFactor type="Large"/></supportedFormFactors>'
        ),
        "The 'supportedFormFactors' tag isn't supported for lightning__UtilityBar"
    ],
    [
        'a property of a tab',
        forTargets('lightning__Tab', URL_PROPERTY),
        "The 'property' tag isn't supported for lightning__Tab"
    ],
    [
        'an element beside the targetConfigs',
        '<targetConfigs><config/></targetConfigs>',
        'Error parsing file: LWC Metadata Xml Parser: Unhandled XML element: config'
    ],
    [
        'a form factor without a type',
        forTargets('lightning__RecordPage', '<supportedFormFactors><supportedFormFactor/></supportedFormFactors>'),
        'You must specify a type for formfactor tag'
    ],
    [
        'an unknown form factor',
        forTargets(
            'lightning__RecordPage',
            '<supportedFormFactors><supportedFormFactor type="Medium"/></supportedFormFactors>'
        ),
        "The formfactor type 'Medium' isn't valid."
    ],
    [
        'an unknown kind of action',
        forTargets('lightning__RecordAction', '<actionType>Popup</actionType>'),
        "Invalid <actionType> tag value 'Popup'. Allowed values: Action, ScreenAction."
    ],
    [
        'an object that is not there',
        forTargets('lightning__RecordPage', '<objects><object>Missing__c</object></objects>'),
        'Invalid reference Missing__c of type sobjectClass in file card.js-meta.xml'
    ],
    [
        'a configuration editor that is not there',
        forTargets('lightning__FlowScreen', URL_PROPERTY, ' configurationEditor="c-url-editor"'),
        'No MODULE named markup://c:urlEditor found : [markup://c:card]'
    ],
    [
        'a property that the class does not declare with @api',
        forTargets('lightning__UtilityBar', property('name="title" type="String"')),
        "The 'title' property doesn't exist on the component."
    ],
    [
        'a type of property that the target does not have',
        forTargets('lightning__UtilityBar', property('name="url" type="Date"')),
        "The 'Date' type of the 'url' property isn't supported for lightning__UtilityBar"
    ],
    [
        'a property without a type',
        forTargets('lightning__UtilityBar', property('name="url"')),
        "'property' tag requires the 'type' attribute"
    ],
    [
        'an unknown attribute of a property',
        forTargets('lightning__UtilityBar', property('name="url" type="String" colour="red"')),
        "'property' tag doesn't support the 'colour' attribute"
    ]
];

describe('the configuration of a Lightning web component', () => {
    const check = useCompiler();
    const configured = (elements: string) =>
        bundleOf({ 'card.js': SCRIPT_WITH_URL, 'card.js-meta.xml': configurationOf(elements) });

    it.each(refused)('is refused for %s', async (_what, elements, message) => {
        expect(await check(configured(elements))).toEqual([
            {
                componentType: 'LightningComponentBundle',
                fullName: 'card',
                fileName: 'lwc/card/card.js-meta.xml',
                severity: 'error',
                message,
                line: 3,
                column: expect.any(Number)
            }
        ]);
    });

    it.each([
        ['a property in the utility bar', forTargets('lightning__UtilityBar', URL_PROPERTY)],
        [
            'pages with objects and form factors',
            forTargets(
                'lightning__RecordPage',
                `${URL_PROPERTY}<objects><object>Case</object></objects>` +
                    '<supportedFormFactors><supportedFormFactor type="Small"/></supportedFormFactors>'
            )
        ],
        ['several targets', forTargets('lightning__AppPage,lightning__HomePage', URL_PROPERTY)],
        ['types of flows', forTargets('lightning__FlowScreen', property('name="url" type="@salesforce/schema/Case"'))],
        ['an action', forTargets('lightning__RecordAction', '<actionType>Action</actionType>')],
        ['an editor', forTargets('lightning__FlowScreen', URL_PROPERTY, ' configurationEditor="c-call-timer"')],
        ['no targets at all', '<isExposed>false</isExposed>']
    ])('may have %s', async (_what, elements) => {
        expect(await check(configured(elements))).toEqual([]);
    });

    it.each([
        ['a class exported by name', 'class Card extends LightningElement {\n    @api url;\n}\nexport default Card;\n'],
        [
            'an accessor',
            "export default class extends LightningElement {\n    @api get url() {\n        return '';\n    }\n}\n"
        ]
    ])('may set the property of %s', async (_what, script) => {
        const files = {
            'card.js': `import { LightningElement, api } from 'lwc';\n${script}`,
            'card.js-meta.xml': configurationOf(forTargets('lightning__UtilityBar', URL_PROPERTY))
        };
        expect(await check(bundleOf(files))).toEqual([]);
    });

    it.each([
        ['a method', 'export default class Card extends LightningElement {\n    @api url() {}\n}\n'],
        [
            'another class of the file',
            'class Other extends LightningElement {\n    @api url;\n}\nexport default class extends Other {}\n'
        ]
    ])('may not set %s', async (_what, script) => {
        const files = {
            'card.js': `import { LightningElement, api } from 'lwc';\n${script}`,
            'card.js-meta.xml': configurationOf(forTargets('lightning__UtilityBar', URL_PROPERTY))
        };
        expect(await check(bundleOf(files))).toMatchObject([
            { message: "The 'url' property doesn't exist on the component." }
        ]);
    });

    it.each(['44.0', '69.0', 'newest'])('is refused with version %s', async (version) => {
        const bundle = bundleOf({ 'card.js-meta.xml': configurationOf('', version) });
        expect(await check(bundle)).toMatchObject([{ message: `Invalid version specified:${version}`, line: 2 }]);
    });

    it('is refused once for each thing amiss', async () => {
        const problems = await check(configured(targets('lightning__Sidebar', '') + capabilities('lightning__Sound')));
        expect(problems).toHaveLength(3);
    });
});
