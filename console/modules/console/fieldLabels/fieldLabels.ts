import labels from 'force-app/fieldLabels';

/** The label that is deployed with a field of the project, such as `Case.CallProtocol__c`. @throws when it has no such field */
export function fieldLabel(field: `${string}.${string}__c`): string {
    const label = labels[field];
    if (label === undefined) throw new Error(`force-app has no field ${field}`);
    return label;
}
