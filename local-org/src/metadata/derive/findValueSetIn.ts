import type { PackagedComponent } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { childrenNamed } from '../xml/xmlElement.ts';
import type { FindValueSet } from './customField.ts';
import { picklistEntryOf } from './customField/picklistFieldOf.ts';

/** Global value sets are named with this ending since version 57.0, and without it by the fields that use them. */
const GLOBAL_ENDING = '__gvs';

/** Finds the values that picklists share among the org's components. */
export function findValueSetIn(components: ComponentSet<PackagedComponent>): FindValueSet {
    return (name) => {
        const component = findValueSetComponent(components, name);
        if (component?.content.kind !== 'xml') return undefined;
        const { element } = component.content;
        return [...childrenNamed(element, 'customValue'), ...childrenNamed(element, 'standardValue')].map(
            picklistEntryOf
        );
    };
}

export function findValueSetComponent(
    components: ComponentSet<PackagedComponent>,
    name: string
): PackagedComponent | undefined {
    return (
        components.find('GlobalValueSet', name) ??
        components.find('GlobalValueSet', name + GLOBAL_ENDING) ??
        components.find('StandardValueSet', name)
    );
}
