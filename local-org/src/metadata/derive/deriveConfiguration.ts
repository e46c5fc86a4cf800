import type { OrgFeature } from '../../orgFeature.ts';
import { addPersonAccounts } from '../../personAccounts/addPersonAccounts.ts';
import { Schema } from '../../schema/schema.ts';
import { standardObjects } from '../../schema/standard/standardObjects.ts';
import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { customFieldsByObject } from './customFieldsByObject.ts';
import { customObjectOf, isEmulatedObject } from './customObject.ts';
import { extendObject } from './extendObject.ts';
import type { OrgConfiguration } from './orgConfiguration.ts';
import { permissionSetOf } from './permissionSet.ts';
import { profileNameOf } from './profileName.ts';

/**
 * What an org with these components and features does: a pure function, so that a deploy can look at the outcome before it decides.
 * Fields of standard objects that this org does not have are kept as components and derive nothing.
 */
export function deriveConfiguration(
    components: ComponentSet<Component>,
    features: readonly OrgFeature[]
): OrgConfiguration {
    const custom = components.ofType('CustomObject').filter(isEmulatedObject).map(customObjectOf);
    const fields = customFieldsByObject(components);
    const objects = [...standardObjects, ...custom].map((object) => extendObject(object, components, fields));
    return {
        schema: new Schema(features.includes('PersonAccounts') ? addPersonAccounts(objects) : objects),
        permissionSets: components.ofType('PermissionSet').map((component) => permissionSetOf(component)),
        profiles: components
            .ofType('Profile')
            .map((component) => ({ ...permissionSetOf(component), name: profileNameOf(component.fullName) }))
    };
}
