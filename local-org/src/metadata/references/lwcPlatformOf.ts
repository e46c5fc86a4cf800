import { findField, findRelationship } from '../../schema/objectDefinition.ts';
import type { OrgState } from '../deploy/orgState.ts';
import type { LwcPlatform } from '../lwc/lwcPlatform.ts';
import { ReferenceScope } from './referenceScope.ts';

const CUSTOM_RELATIONSHIP = /__r$/i;

/** What Lightning web components may name in an org of these components. */
export function lwcPlatformOf({ components, schema }: OrgState, apiVersion: string): LwcPlatform {
    const scope = new ReferenceScope(components, schema);
    const hasObject = (name: string) => scope.has({ type: 'CustomObject', fullName: name });

    /** Behind a relationship of the platform that this org does not know there may be anything. */
    function hasField(path: string): boolean {
        const [objectName = '', ...names] = path.split('.');
        const [name = '', ...others] = names;
        if (others.length === 0) return scope.has({ type: 'CustomField', fullName: `${objectName}.${name}` });
        const fieldName = name.replace(CUSTOM_RELATIONSHIP, '__c');
        if (!scope.has({ type: 'CustomField', fullName: `${objectName}.${fieldName}` })) return false;
        const object = schema.find(objectName);
        const lookup = object && (findRelationship(object, name) ?? findField(object, fieldName));
        const targets = lookup?.referenceTo ?? [];
        return targets.length === 0 || targets.some((target) => hasField([target, ...others].join('.')));
    }

    return {
        apiVersion,
        hasComponent: (type, fullName) => scope.has({ type, fullName }),
        hasObject,
        hasField
    };
}
