import { deployResources } from '../metadata/api/deployResources.ts';
import { toolingResources } from '../tooling/toolingResources.ts';
import { uiApiResources } from '../uiApi/uiApiResources.ts';
import type { Resource } from './apiCall.ts';
import { collectionResources } from './collectionResources.ts';
import { collectionRetrieveResources } from './collectionRetrieve.ts';
import { collectionUpsertResources } from './collectionUpsert.ts';
import { compositeResources } from './composite/compositeResources.ts';
import { externalIdResources } from './externalIdResources.ts';
import { objectResources } from './objectResources.ts';
import { queryResources } from './queryResources.ts';
import { recordResources } from './recordResources.ts';
import { replicationResources } from './replicationResources.ts';
import { searchResources } from './searchResources.ts';

/** What one request may ask for, and the subrequests of a composite too. */
const dataResources: Resource[] = [
    ...objectResources,
    ...queryResources,
    ...searchResources,
    ...collectionResources,
    ...collectionUpsertResources,
    ...collectionRetrieveResources,
    ...replicationResources,
    ...recordResources,
    ...externalIdResources
];

/** Everything below `/services/data/vNN.0`; the first path that fits a request serves it. */
export const restResources: Resource[] = [
    ...dataResources,
    ...compositeResources(dataResources),
    ...uiApiResources,
    ...deployResources,
    ...toolingResources
];
