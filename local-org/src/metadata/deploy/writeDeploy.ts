import type { Org } from '../../org.ts';
import { COMPONENT_TABLE, rowOf } from '../components/componentRows.ts';
import { deriveConfiguration } from '../derive/deriveConfiguration.ts';
import { componentRecords } from '../records/componentRecords.ts';
import { dropData } from './dropData.ts';
import { identifyComponents } from './identifyComponents.ts';
import type { OrgState } from './orgState.ts';
import type { Resolution } from './resolveDeploy.ts';

/**
 * Makes the org what the resolution says: its rows, the records that follow from them, and then, when all of that is
 * written and safe, what it does. Anything thrown on the way leaves the org as it was.
 */
export function writeDeploy(org: Org, { next, gone }: Resolution, userId: string): void {
    const state = org.records.transaction((): OrgState => {
        for (const component of gone) {
            org.records.remove(COMPONENT_TABLE, rowOf(component).Id);
            componentRecords[component.type]?.remove(org, component);
        }
        dropData(org, gone);
        const components = identifyComponents(org, next.components);
        const changed = components.all.filter((each) => org.components.find(each.type, each.fullName) !== each);
        const written = { components, ...deriveConfiguration(components, org.features) };
        for (const component of changed) {
            org.records.put(COMPONENT_TABLE, rowOf(component));
            componentRecords[component.type]?.save({ ...org, ...written }, component, userId);
        }
        return written;
    });
    Object.assign(org, state);
}
