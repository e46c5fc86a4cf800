import { parseInstant } from '../data/parseInstant.ts';
import { COMPONENT_TABLE } from '../metadata/components/componentRows.ts';
import type { Org } from '../org.ts';
import type { Validators } from './conditions.ts';

/** The rows that change when an org's configuration does: it is set up once, then deployed to. */
const CONFIGURATION = ['Organization', COMPONENT_TABLE];

/** When the descriptions of objects last changed. */
export function metadataValidators({ records }: Org): Validators {
    const stamps = CONFIGURATION.flatMap((object) => [...records.all(object)])
        .map(({ LastModifiedDate }) => String(LastModifiedDate ?? ''))
        .sort();
    return { eTag: null, lastModified: parseInstant(stamps.at(-1) ?? '') ?? new Date(0) };
}
