import type { PackagedComponent } from '../components/component.ts';
import { problemOf } from '../components/componentReading.ts';
import { elementsToCheck } from '../components/elementsToCheck.ts';
import type { ComponentProblem, MetadataProblem } from '../metadataProblem.ts';
import { checkElement } from '../types/checkElement.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { checkCustomField } from './customField/checkCustomField.ts';
import { checkCustomLabel } from './checkCustomLabel.ts';
import { checkDeveloperName } from './checkDeveloperName.ts';
import { checkCustomMetadata } from './checkCustomMetadata.ts';
import { checkPermissionSet } from './checkPermissionSet.ts';

type CheckElement = (element: XmlElement, fullName: string) => MetadataProblem[];

/** What the platform asks of a type beyond its WSDL, whatever else the org has. */
const furtherChecks: Partial<Record<string, CheckElement>> = {
    CustomField: checkCustomField,
    CustomLabel: checkCustomLabel,
    CustomMetadata: checkCustomMetadata,
    CustomPermission: checkDeveloperName,
    GlobalValueSet: checkDeveloperName,
    LightningMessageChannel: checkDeveloperName,
    PermissionSet: (element, fullName) => [...checkDeveloperName(element, fullName), ...checkPermissionSet(element)],
    Profile: checkPermissionSet,
    Queue: checkDeveloperName
};

/** What is wrong with a component by itself: against its type first, and only then against the rules of its type. */
export function checkComponent(component: PackagedComponent): ComponentProblem[] {
    const againstType = elementsToCheck(component).flatMap(({ element, typeName, fileName }) =>
        checkElement(element, typeName).map((problem) => problemOf({ ...component, fileName }, problem))
    );
    if (againstType.length > 0 || component.content.kind !== 'xml') return againstType;
    const check = furtherChecks[component.type];
    return (check?.(component.content.element, component.fullName) ?? []).map((problem) =>
        problemOf(component, problem)
    );
}
