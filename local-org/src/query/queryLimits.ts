import type { FieldType, Query, QueryBase } from '@jetstreamapp/soql-parser-js';
import { malformedAt, malformedQuery } from './queryErrors.ts';
import type { QueryText } from './queryText.ts';

/** SOQL and SOSL Reference, "SOQL and SOSL Limits for Objects" and "Relationship Query Limitations". */
export const LONGEST_STATEMENT = 100_000;
export const MOST_LEVELS_UP = 5;
const MOST_PARENT_RELATIONSHIPS = 55;
const MOST_CHILD_RELATIONSHIPS = 20;
const MOST_LEVELS_DOWN = 5;

/** @throws SalesforceError MALFORMED_QUERY for more relationships, or longer chains of them, than a query may have */
export function checkQueryLimits(text: QueryText, query: Query): void {
    const subqueries = listSubqueries(query, 1);
    if (subqueries.length > MOST_CHILD_RELATIONSHIPS) {
        throw malformedQuery(
            `maximum ${MOST_CHILD_RELATIONSHIPS} child relationships allowed; found ${subqueries.length}`
        );
    }
    const tooDeep = subqueries.find(({ level }) => level >= MOST_LEVELS_DOWN);
    if (tooDeep) {
        const { relationshipName } = tooDeep;
        throw malformedAt(
            text,
            relationshipName,
            `SOQL statements allow at most ${MOST_LEVELS_DOWN} levels of objects`
        );
    }
    const parents = new Set((query.fields ?? []).flatMap(parentRelationships));
    if (parents.size > MOST_PARENT_RELATIONSHIPS) {
        throw malformedQuery(
            `maximum ${MOST_PARENT_RELATIONSHIPS} child-to-parent relationships allowed; found ${parents.size}`
        );
    }
}

function listSubqueries({ fields = [] }: QueryBase, level: number): { relationshipName: string; level: number }[] {
    return fields.flatMap((field) =>
        field.type === 'FieldSubquery'
            ? [
                  { relationshipName: field.subquery.relationshipName, level },
                  ...listSubqueries(field.subquery, level + 1)
              ]
            : []
    );
}

/** `Contact.Account.Name` goes through `contact` and `contact.account`. */
function parentRelationships(field: FieldType): string[] {
    if (field.type !== 'FieldRelationship') return [];
    return field.relationships.map((_, index) =>
        field.relationships
            .slice(0, index + 1)
            .join('.')
            .toLowerCase()
    );
}
