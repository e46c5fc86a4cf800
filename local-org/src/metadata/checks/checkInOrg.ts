import type { Org } from '../../org.ts';
import type { Component, PackagedComponent } from '../components/component.ts';
import { problemOf } from '../components/componentReading.ts';
import type { OrgState } from '../deploy/orgState.ts';
import type { ComponentProblem, MetadataProblem } from '../metadataProblem.ts';
import { checkChildRelationship } from './checkChildRelationship.ts';
import { checkCustomMetadataValues } from './checkCustomMetadataValues.ts';
import { checkCustomObject } from './checkCustomObject.ts';
import { checkFieldChange } from './checkFieldChange.ts';
import { checkGrantedFields } from './checkGrantedFields.ts';
import { checkQuickAction } from './checkQuickAction.ts';

/** A component as it is to be, what it replaces, and the org before and after. */
export interface Change {
    component: PackagedComponent;
    previous: Component | undefined;
    org: Org;
    next: OrgState;
}

const checks: Partial<Record<string, (change: Change) => MetadataProblem[]>> = {
    CustomField: (change) => [...checkFieldChange(change), ...checkChildRelationship(change)],
    CustomMetadata: checkCustomMetadataValues,
    CustomObject: checkCustomObject,
    PermissionSet: checkGrantedFields,
    Profile: checkGrantedFields,
    QuickAction: checkQuickAction
};

/** What stands against a component in this org: its records, and what its other components say. */
export function checkInOrg(change: Change): ComponentProblem[] {
    const { component } = change;
    return (checks[component.type]?.(change) ?? []).map((problem) => problemOf(component, problem));
}
