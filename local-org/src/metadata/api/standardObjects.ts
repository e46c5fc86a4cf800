import type { Org } from '../../org.ts';
import { setupObjects } from '../../schema/standard/setupObjects.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';

/** The objects that come with every org and that metadata can add to; those of Setup are not among them. */
export function standardObjectsOf({ schema }: Org): ObjectDefinition[] {
    return schema.objects.filter(({ custom, name }) => !custom && !setupObjects.some((setup) => setup.name === name));
}

export function isStandardObject(org: Org, name: string): boolean {
    return standardObjectsOf(org).some((object) => object.name === name);
}
