import { organizationOf } from '../../auth/sessions.ts';
import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import { nameOfUser } from './nameOfUser.ts';

/** What a list or a retrieve says about: a component of the org, or something that comes with every org. */
export type ListedFile = { type: string; fullName: string; fileName: string; component: Component | null };

/** What comes with every org has no dates of its own, and the platform gives this one. */
const EPOCH = new Date(0);

/** FileProperties of the Metadata API. */
export function describeFile(org: Org, { type, fullName: name, fileName, component }: ListedFile) {
    const createdById = component?.createdById ?? String(organizationOf(org).CreatedById);
    const lastModifiedById = component?.lastModifiedById ?? createdById;
    return {
        createdById,
        createdByName: nameOfUser(org, createdById),
        createdDate: component ? new Date(component.createdDate) : EPOCH,
        fileName,
        fullName: name,
        id: component?.id ?? '',
        lastModifiedById,
        lastModifiedByName: nameOfUser(org, lastModifiedById),
        lastModifiedDate: component ? new Date(component.lastModifiedDate) : EPOCH,
        ...(component ? { manageableState: 'unmanaged' } : {}),
        type
    };
}
