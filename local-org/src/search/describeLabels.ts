import type { CallContext } from '../callContext.ts';
import type { Org } from '../org.ts';
import { findField } from '../schema/objectDefinition.ts';
import type { ReturningSpec } from './parseSosl.ts';

/**
 * What `metadata=LABELS` adds to an answer: the labels of the fields searched for. The misspelt member is the
 * platform's own (REST API Developer Guide, "Parameterized Search").
 */
export function describeLabels(org: Org, context: CallContext, specs: ReturningSpec[]) {
    const entityetadata = specs.flatMap((spec) => {
        const object = org.schema.find(spec.object);
        if (!object || !context.access.canReadObject(object)) return [];
        const fieldMetadata = spec.fields.split(',').flatMap((name) => {
            const field = findField(object, name.trim());
            return field ? [{ name: field.name, label: field.label }] : [];
        });
        return [{ entityName: object.name, fieldMetadata }];
    });
    return { entityetadata };
}
