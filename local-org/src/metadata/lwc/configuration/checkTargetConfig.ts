import { problemAt, type MetadataProblem } from '../../metadataProblem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../../xml/xmlElement.ts';
import type { LightningBundle } from '../lightningBundle.ts';
import type { LwcPlatform } from '../lwcPlatform.ts';
import { describeMissingComponent } from '../references/checkModule.ts';
import { describeInvalidReference } from '../references/describeInvalidReference.ts';
import { checkProperty } from './checkProperty.ts';
import { findTargetRule } from './targetRules.ts';

const ATTRIBUTES = ['targets', 'configurationEditor', 'category'];
const ACTION_TYPES = ['Action', 'ScreenAction'];
const FORM_FACTORS = ['Large', 'Small'];

/** @param bundleTargets those in the bundle's `<targets>` */
export function checkTargetConfig(
    element: XmlElement,
    bundleTargets: string[],
    bundle: LightningBundle,
    platform: LwcPlatform
): MetadataProblem[] {
    const targets = (element.attributes.targets ?? '').split(',').map((target) => target.trim());
    if (element.children.length === 0) {
        return [problemAt(element, "The 'targetConfig' tag doesn't contain any design information.")];
    }
    return [
        ...checkAttributes(element),
        ...targets.flatMap((target) => checkForTarget(element, target, bundleTargets)),
        ...checkActionType(element),
        ...checkFormFactors(element),
        ...checkEditor(element, bundle, platform),
        ...checkObjects(element, bundle, platform),
        ...childrenNamed(element, 'property').flatMap((property) => checkProperty(property, targets))
    ];
}

function checkAttributes(element: XmlElement): MetadataProblem[] {
    return Object.keys(element.attributes)
        .filter((name) => !ATTRIBUTES.includes(name))
        .map((name) => problemAt(element, `'targetConfig' tag doesn't support the '${name}' attribute`));
}

function checkForTarget(element: XmlElement, target: string, bundleTargets: string[]): MetadataProblem[] {
    if (!bundleTargets.includes(target)) {
        // a guess at the platform's words
        return [problemAt(element, `The '${target}' target of the 'targetConfig' tag isn't listed in 'targets'.`)];
    }
    const allowed = findTargetRule(target)?.elements;
    if (!allowed) return [];
    return element.children
        .filter(({ name }) => !allowed.includes(name))
        .map((child) => problemAt(child, `The '${child.name}' tag isn't supported for ${target}`));
}

function checkActionType(element: XmlElement): MetadataProblem[] {
    return childrenNamed(element, 'actionType')
        .filter(({ text }) => !ACTION_TYPES.includes(text.trim()))
        .map((child) => {
            const allowed = ACTION_TYPES.join(', ');
            return problemAt(
                child,
                `Invalid <actionType> tag value '${child.text.trim()}'. Allowed values: ${allowed}.`
            );
        });
}

function checkFormFactors(element: XmlElement): MetadataProblem[] {
    return (childNamed(element, 'supportedFormFactors')?.children ?? []).flatMap((factor) => {
        const { type } = factor.attributes;
        if (!type) return [problemAt(factor, 'You must specify a type for formfactor tag')];
        return FORM_FACTORS.includes(type) ? [] : [problemAt(factor, `The formfactor type '${type}' isn't valid.`)];
    });
}

function checkEditor(element: XmlElement, bundle: LightningBundle, platform: LwcPlatform): MetadataProblem[] {
    const editor = element.attributes.configurationEditor;
    const missing = editor === undefined ? null : describeMissingComponent(editor, bundle, platform);
    return missing ? [problemAt(element, missing)] : [];
}

function checkObjects(element: XmlElement, bundle: LightningBundle, platform: LwcPlatform): MetadataProblem[] {
    return (childNamed(element, 'objects')?.children ?? [])
        .filter(({ text }) => !platform.hasObject(text.trim()))
        .map((object) =>
            problemAt(object, describeInvalidReference(object.text.trim(), 'sobjectClass', bundle.configurationFile))
        );
}
