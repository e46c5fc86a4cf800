import { closestNames } from '../../mapping/closestNames.ts';
import type { ObjectDescription, RecordTypeDescription } from './descriptions.ts';
import { GRANT, type MappingProblem } from './fieldRules.ts';

/** Null: the integration user may give no record this record type. */
export const findRecordType = (object: ObjectDescription, developerName: string): RecordTypeDescription | null =>
    object.recordTypeInfos.find((type) => type.developerName === developerName && isUsable(type)) ?? null;

const isUsable = ({ active, available }: RecordTypeDescription): boolean => active && available;

export function recordTypeProblems(
    object: ObjectDescription,
    path: string,
    developerName: string | null
): MappingProblem[] {
    if (developerName === null || findRecordType(object, developerName)) return [];
    const existing = object.recordTypeInfos.find((type) => type.developerName === developerName);
    const why = existing ? whyUnusable(existing) : `does not exist${closestHint(object, developerName)}`;
    return [{ path, message: `record type ${developerName} of ${object.name} ${why}` }];
}

const whyUnusable = ({ active }: RecordTypeDescription): string =>
    active ? `is not open to the integration user: assign it in its profile or the ${GRANT}` : 'is not active';

function closestHint({ recordTypeInfos }: ObjectDescription, developerName: string): string {
    const things = recordTypeInfos
        .filter((type) => !type.master && isUsable(type))
        .map(({ developerName: name, name: label }) => ({ name, label }));
    if (things.length === 0) return '; the integration user has none';
    const closest = closestNames(developerName, things);
    return closest.length > 0
        ? `; the closest are ${closest.join(', ')}`
        : `; there are ${things.map(({ name }) => name).join(', ')}`;
}
