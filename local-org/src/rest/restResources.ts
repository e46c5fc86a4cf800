import type { Resource } from './apiCall.ts';
import { collectionResources } from './collectionResources.ts';
import { collectionUpsertResources } from './collectionUpsert.ts';
import { externalIdResources } from './externalIdResources.ts';
import { objectResources } from './objectResources.ts';
import { queryResources } from './queryResources.ts';
import { recordResources } from './recordResources.ts';

/** Everything below `/services/data/vNN.0`; the first path that fits a request serves it. */
export const restResources: Resource[] = [
    ...objectResources,
    ...queryResources,
    ...collectionResources,
    ...collectionUpsertResources,
    ...recordResources,
    ...externalIdResources
];
