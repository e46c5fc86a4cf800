import type { BundleSource } from './bundleSource.ts';
import type { BundleReference } from './bundleVerdict.ts';
import { findTags } from './findTags.ts';
import type { Script } from './parseScript.ts';

/** What a bundle names outside itself: once for each file, where it first stands. */
export function findReferences(source: BundleSource, scripts: Script[]): BundleReference[] {
    const references = [...scripts.flatMap(findModules), ...findTags(source)];
    const byName = Map.groupBy(references, ({ type, id, file }) => JSON.stringify([type, id, file]));
    return [...byName.values()].flatMap(([first]) => first ?? []);
}

function findModules({ file, imports }: Script): BundleReference[] {
    return imports
        .filter(({ specifier }) => !specifier.startsWith('.') && !['lwc', '@salesforce/apex'].includes(specifier))
        .map(({ specifier, place }) => ({ ...classify(specifier), file, place }));
}

/** `@salesforce/label/c.Call_Ended` is the label `c.Call_Ended`, all else a module. */
function classify(specifier: string): Pick<BundleReference, 'type' | 'id'> {
    const [scope, kind = '', ...rest] = specifier.split('/');
    return scope === '@salesforce' ? { type: kind, id: rest.join('/') } : { type: 'module', id: specifier };
}
