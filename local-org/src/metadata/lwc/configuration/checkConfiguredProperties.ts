import { problemAt, type ComponentProblem } from '../../metadataProblem.ts';
import { childNamed, childrenNamed } from '../../xml/xmlElement.ts';
import type { LightningBundle } from '../lightningBundle.ts';

/** Every property that an admin is to set must be one that the component's own class declares with `@api`. */
export function checkConfiguredProperties(bundle: LightningBundle, publicProperties: string[]): ComponentProblem[] {
    const targetConfigs = bundle.configuration && childNamed(bundle.configuration, 'targetConfigs');
    return (targetConfigs ? childrenNamed(targetConfigs, 'targetConfig') : [])
        .flatMap((targetConfig) => childrenNamed(targetConfig, 'property'))
        .filter(({ attributes }) => !publicProperties.includes(attributes.name ?? ''))
        .map((property) => {
            const message = `The '${property.attributes.name}' property doesn't exist on the component.`;
            return bundle.problem(bundle.configurationFile, problemAt(property, message));
        });
}
