import { problemAt, type ComponentProblem, type MetadataProblem } from '../../metadataProblem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../../xml/xmlElement.ts';
import type { LightningBundle } from '../lightningBundle.ts';
import type { LwcPlatform } from '../lwcPlatform.ts';
import { checkTargetConfig } from './checkTargetConfig.ts';
import { findTargetRule } from './targetRules.ts';
import { unhandledElement } from './unhandledElement.ts';

/** The first version that had Lightning web components. */
const OLDEST_API_VERSION = 45;

const capabilities = [
    'lightningCommunity__RelaxedCSP',
    'lightning__ServerRenderable',
    'lightning__ServerRenderableWithHydration',
    'lightning__ServiceCloudVoiceToolkitApi',
    'lightning__dynamicComponent'
];

/**
 * What the platform has against a bundle's `-meta.xml` beyond the Metadata API's types: its version, its targets and
 * capabilities, and what it says for its targets.
 */
export function checkConfiguration(bundle: LightningBundle, platform: LwcPlatform): ComponentProblem[] {
    const { configuration } = bundle;
    if (!configuration) return [];
    const problems = [
        ...checkApiVersion(configuration, platform.apiVersion),
        ...checkNames(bundle, namesIn(configuration, 'target'), (name) => findTargetRule(name) !== undefined),
        ...checkNames(bundle, namesIn(configuration, 'capability'), (name) => capabilities.includes(name)),
        ...checkTargetConfigs(bundle, configuration, platform)
    ];
    return problems.map((problem) => bundle.problem(bundle.configurationFile, problem));
}

function checkApiVersion(configuration: XmlElement, newest: string): MetadataProblem[] {
    const element = childNamed(configuration, 'apiVersion');
    const version = Number(element?.text);
    if (!element || (version >= OLDEST_API_VERSION && version <= Number(newest))) return [];
    return [problemAt(element, `Invalid version specified:${element.text.trim()}`)];
}

/** `<targets>` with its `<target>`s, `<capabilities>` with its `<capability>`s */
interface NameList {
    kind: 'target' | 'capability';
    plural: string;
    elements: XmlElement[];
}

function namesIn(configuration: XmlElement, kind: NameList['kind']): NameList {
    const plural = kind === 'target' ? 'targets' : 'capabilities';
    const list = childNamed(configuration, plural);
    return { kind, plural, elements: list ? childrenNamed(list, kind) : [] };
}

function checkNames(
    bundle: LightningBundle,
    { kind, plural, elements }: NameList,
    isKnown: (name: string) => boolean
): MetadataProblem[] {
    const seen = new Set<string>();
    return elements.flatMap((element) => {
        const name = element.text.trim();
        const inBundle = `Lightning Component Bundle ${bundle.name} contains`;
        if (name === '') return [problemAt(element, `${inBundle} empty ${kind}`)];
        if (!isKnown(name)) return [problemAt(element, `${name} is not a valid ${plural.toUpperCase()}`)];
        if (seen.has(name)) return [problemAt(element, `${inBundle} duplicate ${kind} ${name}`)];
        seen.add(name);
        return [];
    });
}

function checkTargetConfigs(
    bundle: LightningBundle,
    configuration: XmlElement,
    platform: LwcPlatform
): MetadataProblem[] {
    const targets = namesIn(configuration, 'target').elements.map(({ text }) => text.trim());
    return (childNamed(configuration, 'targetConfigs')?.children ?? []).flatMap((element) =>
        element.name === 'targetConfig'
            ? checkTargetConfig(element, targets, bundle, platform)
            : [unhandledElement(element)]
    );
}
