import { findField } from '../../schema/objectDefinition.ts';
import type { Schema } from '../../schema/schema.ts';
import { isPlatformObject } from '../../schema/standard/platformObjectNames.ts';
import type { PackagedComponent } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { findValueSetComponent } from '../derive/findValueSetIn.ts';
import type { Reference } from './reference.ts';

/** `Softphone__c`, `Level__mdt`: a name with such an ending is a customer's, all others are Salesforce's own. */
const CUSTOM_NAME = /__[a-z]+$/i;
/** Queries and layouts name the halves of a place; what is deployed is the field `Office__c`. */
const PLACE_HALF = /__(Latitude|Longitude)__s$/i;

/**
 * What references may point to. Of the platform's own fields, tabs, applications and the like this org knows too few
 * to call one missing, so all of them count as there; its own, and the names of standard objects, it judges.
 */
export class ReferenceScope {
    readonly #components: ComponentSet<PackagedComponent>;
    readonly #schema: Schema;

    constructor(components: ComponentSet<PackagedComponent>, schema: Schema) {
        this.#components = components;
        this.#schema = schema;
    }

    has({ type, fullName }: Pick<Reference, 'type' | 'fullName'>): boolean {
        switch (type) {
            case 'CustomObject':
                return this.#hasObject(fullName);
            case 'CustomField':
                return this.#hasField(fullName);
            case 'CustomTab':
                return fullName.startsWith('standard-') || this.#hasComponent(type, fullName);
            case 'CustomApplication':
                return fullName.startsWith('standard__') || this.#hasComponent(type, fullName);
            case 'GlobalValueSet':
                return findValueSetComponent(this.#components, fullName) !== undefined;
            default:
                return this.#hasComponent(type, fullName);
        }
    }

    #hasComponent(type: string, fullName: string): boolean {
        return this.#components.find(type, fullName) !== undefined;
    }

    #hasObject(name: string): boolean {
        if (this.#schema.find(name) || this.#hasComponent('CustomObject', name)) return true;
        return !CUSTOM_NAME.test(name) && isPlatformObject(name);
    }

    /** @param fullName `Case.CallProtocol__c` */
    #hasField(fullName: string): boolean {
        const [objectName = '', fieldName = ''] = fullName.replace(PLACE_HALF, '__c').split('.');
        if (!CUSTOM_NAME.test(fieldName)) return this.#hasObject(objectName);
        const object = this.#schema.find(objectName);
        return (object && findField(object, fieldName)) !== undefined || this.#hasCustomField(objectName, fieldName);
    }

    #hasCustomField(objectName: string, fieldName: string): boolean {
        return homesOf(objectName, fieldName).some((fullName) => this.#hasComponent('CustomField', fullName));
    }
}

/** Tasks and events show the fields of activities, person accounts those of contacts (`Level__pc`). */
function homesOf(objectName: string, fieldName: string): string[] {
    const own = `${objectName}.${fieldName}`;
    if (/^(Task|Event)$/i.test(objectName)) return [own, `Activity.${fieldName}`];
    return [own, ...(/__pc$/i.test(fieldName) ? [`Contact.${fieldName.replace(/__pc$/i, '__c')}`] : [])];
}
