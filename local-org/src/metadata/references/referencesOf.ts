import { findChildType, parentFullName } from '../components/childTypes.ts';
import type { PackagedComponent } from '../components/component.ts';
import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { applicationReferences } from './applicationReferences.ts';
import { customFieldReferences } from './customFieldReferences.ts';
import { customMetadataReferences } from './customMetadataReferences.ts';
import { customObjectReferences } from './customObjectReferences.ts';
import { flexiPageReferences } from './flexiPageReferences.ts';
import { layoutReferences } from './layoutReferences.ts';
import {
    compactLayoutReferences,
    fieldSetReferences,
    listViewReferences,
    recordTypeReferences,
    validationRuleReferences
} from './objectPartReferences.ts';
import { permissionReferences } from './permissionReferences.ts';
import { quickActionReferences } from './quickActionReferences.ts';
import { refer, referEach, referTo, type Reference } from './reference.ts';
import { tabReferences } from './tabReferences.ts';
import { objectTranslationReferences, translationReferences } from './translationReferences.ts';

type FindReferences = (element: XmlElement, fullName: string) => Reference[];

/** By type; what the others name is not looked at. */
const findReferences: Partial<Record<string, FindReferences>> = {
    CompactLayout: compactLayoutReferences,
    CustomApplication: applicationReferences,
    CustomField: customFieldReferences,
    CustomMetadata: customMetadataReferences,
    CustomObject: customObjectReferences,
    CustomObjectTranslation: objectTranslationReferences,
    CustomTab: tabReferences,
    FieldSet: fieldSetReferences,
    FlexiPage: flexiPageReferences,
    Layout: layoutReferences,
    ListView: listViewReferences,
    PermissionSet: permissionReferences,
    PermissionSetGroup: (element) => referTo(element, 'permissionSets', 'PermissionSet'),
    Profile: permissionReferences,
    Queue: (element) => referEach(childrenNamed(element, 'queueSobject'), 'sobjectType', 'CustomObject'),
    QuickAction: quickActionReferences,
    RecordType: recordTypeReferences,
    Translations: translationReferences,
    ValidationRule: validationRuleReferences
};

/** The components that a component needs to be there: the object it is part of, and those that it names. */
export function referencesOf({ type, fullName, content }: PackagedComponent): Reference[] {
    if (content.kind !== 'xml') return [];
    const { element } = content;
    return [...parentReference(type, fullName, element), ...(findReferences[type]?.(element, fullName) ?? [])];
}

function parentReference(type: string, fullName: string, element: XmlElement): Reference[] {
    const child = findChildType(type);
    if (child?.parentName !== 'CustomObject') return [];
    const objectName = parentFullName(child, fullName);
    const message = `Entity Enumeration Or ID: bad value for restricted picklist field: ${objectName}`;
    return [refer('object', { type: 'CustomObject', fullName: objectName, element, message })];
}
