import type { QueryBase } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../errors/refusals.ts';

const MAXIMUM_OFFSET = 2000;

/** @throws SalesforceError NUMBER_OUTSIDE_VALID_RANGE */
export function pageRows<Row>({ limit, offset = 0 }: QueryBase, rows: Row[]): Row[] {
    if (offset > MAXIMUM_OFFSET) {
        throw refuse('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
    }
    return rows.slice(offset, limit === undefined ? undefined : offset + limit);
}
