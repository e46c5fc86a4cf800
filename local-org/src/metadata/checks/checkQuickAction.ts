import { LightningBundle } from '../lwc/lightningBundle.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** The target of a component that runs as an action ("Create a Quick Action", Lightning Web Components Developer Guide). */
const ACTION_TARGET = 'lightning__RecordAction';
/** What a component is that does not say. */
const DEFAULT_ACTION_TYPE = 'ScreenAction';

/**
 * An action that runs a Lightning web component names one, one that is made for actions, and of the same sort: with a
 * screen or without. That there is one of that name is checked with all other references. The words are guesses.
 */
export function checkQuickAction({ component, next }: Change): MetadataProblem[] {
    if (component.content.kind !== 'xml') return [];
    const { element } = component.content;
    if (textOf(element, 'type') !== 'LightningWebComponent') return [];
    const named = childNamed(element, 'lightningWebComponent');
    if (!named) return [problemAt(element, 'Required field is missing: lightningWebComponent')];
    const bundle = next.components.find('LightningComponentBundle', named.text.trim());
    const configuration = bundle && new LightningBundle(bundle).configuration;
    if (!configuration) return [];
    const message = describeMismatch(configuration, named.text.trim(), textOf(element, 'actionSubtype'));
    return message ? [problemAt(named, message)] : [];
}

function describeMismatch(configuration: XmlElement, name: string, subtype: string | undefined): string | null {
    if (!targetsOf(configuration).includes(ACTION_TARGET)) {
        return `The Lightning web component ${name} can't be used as a quick action: it doesn't have the ${ACTION_TARGET} target.`;
    }
    const actionType = actionTypeOf(configuration);
    return subtype === undefined || subtype === actionType
        ? null
        : `The action subtype ${subtype} doesn't match the action type ${actionType} of the Lightning web component ${name}.`;
}

function targetsOf(configuration: XmlElement): string[] {
    const targets = childNamed(configuration, 'targets');
    return (targets ? childrenNamed(targets, 'target') : []).map(({ text }) => text.trim());
}

function actionTypeOf(configuration: XmlElement): string {
    const configs = childNamed(configuration, 'targetConfigs');
    const ofActions = (configs ? childrenNamed(configs, 'targetConfig') : []).find(({ attributes }) =>
        (attributes.targets ?? '').split(',').some((target) => target.trim() === ACTION_TARGET)
    );
    return (ofActions && textOf(ofActions, 'actionType')) ?? DEFAULT_ACTION_TYPE;
}
