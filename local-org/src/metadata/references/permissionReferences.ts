import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { referEach, type Reference } from './reference.ts';

interface Grant {
    element: string;
    names: string;
    type: string;
}

/** What a permission set or a profile grants, and the component that each grant names. */
const GRANTS: Grant[] = [
    { element: 'applicationVisibilities', names: 'application', type: 'CustomApplication' },
    { element: 'classAccesses', names: 'apexClass', type: 'ApexClass' },
    { element: 'customMetadataTypeAccesses', names: 'name', type: 'CustomObject' },
    { element: 'customPermissions', names: 'name', type: 'CustomPermission' },
    { element: 'customSettingAccesses', names: 'name', type: 'CustomObject' },
    { element: 'fieldPermissions', names: 'field', type: 'CustomField' },
    { element: 'flowAccesses', names: 'flow', type: 'Flow' },
    { element: 'objectPermissions', names: 'object', type: 'CustomObject' },
    { element: 'pageAccesses', names: 'apexPage', type: 'ApexPage' },
    { element: 'recordTypeVisibilities', names: 'recordType', type: 'RecordType' },
    { element: 'tabSettings', names: 'tab', type: 'CustomTab' },
    { element: 'tabVisibilities', names: 'tab', type: 'CustomTab' }
];

/** The names of person accounts' record types stand beside those of accounts; the master record type is everywhere. */
const BUILT_IN_RECORD_TYPE = /^PersonAccount\.|\.Master$/;

/** @see https://github.com/trailheadapps/lwc-recipes/issues/586 for the wording of tabs, and likewise all the others */
export function permissionReferences(element: XmlElement): Reference[] {
    return GRANTS.flatMap((grant) => referEach(childrenNamed(element, grant.element), grant.names, grant.type)).filter(
        ({ type, fullName }) => type !== 'RecordType' || !BUILT_IN_RECORD_TYPE.test(fullName)
    );
}
