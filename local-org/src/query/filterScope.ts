import { notEmulated } from '../errors/refusals.ts';
import type { RecordFilter } from './compileFilter.ts';
import type { QueryScope } from './fieldPath.ts';

/**
 * USING SCOPE: everything, or what the user owns.
 *
 * @throws SalesforceError NOT_EMULATED for teams, territories and delegates
 */
export function filterByScope({ object, context }: QueryScope, usingScope: string | undefined): RecordFilter {
    const name = (usingScope ?? 'everything').toLowerCase();
    if (name === 'everything') return () => true;
    if (name !== 'mine' || !object.fields.has('ownerid'))
        throw notEmulated(`USING SCOPE ${usingScope} of ${object.name}`);
    return (record) => record.OwnerId === context.access.userId;
}
