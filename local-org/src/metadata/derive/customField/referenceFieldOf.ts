import { lookupField } from '../../../schema/fieldBuilders.ts';
import type { DeleteBehaviour, FieldDefinition } from '../../../schema/fieldDefinition.ts';
import { flagOf, numberOf, textOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { CustomFieldDetails, CustomFieldSource } from './customFieldSource.ts';

const DELETE_BEHAVIOURS: Readonly<Record<string, DeleteBehaviour>> = {
    SetNull: 'clearLookup',
    Restrict: 'refuseDelete',
    Cascade: 'deleteToo'
};

/** A lookup, master-detail, hierarchy or metadata relationship; a hierarchy leads to its own object. */
export function referenceFieldOf({ element, objectName, name, label, details }: CustomFieldSource): FieldDefinition {
    const childName = textOf(element, 'relationshipName');
    return lookupField(
        name,
        label,
        [textOf(element, 'referenceTo') ?? objectName],
        childName === undefined ? null : `${childName}__r`,
        {
            ...details,
            relationshipName: name.replace(/__c$/i, '__r'),
            deleteBehaviour: DELETE_BEHAVIOURS[textOf(element, 'deleteConstraint') ?? 'SetNull'] ?? 'clearLookup',
            ...(textOf(element, 'type') === 'MasterDetail' ? masterDetailOf(element) : {})
        }
    );
}

/** A detail always has a master, and changes it only where the relationship says so (reparenting). */
function masterDetailOf(element: XmlElement): CustomFieldDetails {
    return {
        required: true,
        permissionable: false,
        updateable: flagOf(element, 'reparentableMasterDetail'),
        deleteBehaviour: 'deleteToo',
        masterDetail: {
            order: numberOf(element, 'relationshipOrder'),
            writeNeedsMasterRead: flagOf(element, 'writeRequiresMasterRead')
        }
    };
}
