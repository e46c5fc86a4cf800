import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { Org } from '../../org.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { objectsShowing } from '../derive/objectsShowing.ts';
import { childNamed, flagOf, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** Types whose values are kept alike, so that one may become the other while there are values. */
const KEPT_ALIKE = [
    ['Text', 'TextArea', 'LongTextArea', 'Html', 'Email', 'Phone', 'Url', 'Picklist', 'AutoNumber', 'EncryptedText'],
    ['Number', 'Currency', 'Percent'],
    ['Lookup', 'MasterDetail', 'Hierarchy']
];
const RELATIONSHIPS = ['Lookup', 'MasterDetail', 'Hierarchy'];

/** What the field's records forbid: another type while there are values, uniqueness while some are alike. */
export function checkFieldChange({ component, previous, org }: Change): MetadataProblem[] {
    if (component.content.kind !== 'xml' || !component.fullName.includes('__')) return [];
    const { element } = component.content;
    const before = previous?.content.kind === 'xml' ? previous.content.element : null;
    if (!before) return [];
    const message = refusedChange(before, element) ?? refusedByRecords(org, component.fullName, before, element);
    return message === null ? [] : [problemAt(element, message)];
}

/** @see https://github.com/trailheadapps/ebikes-lwc/issues/457 for the wording */
function refusedChange(before: XmlElement, after: XmlElement): string | null {
    for (const [name, has] of Object.entries(unchangeable)) {
        if (has(after) && !has(before)) return `Cannot update a field to a ${name} from something else`;
        if (has(before) && !has(after)) return `Cannot update a field from a ${name} to something else`;
    }
    return null;
}

const unchangeable: Record<string, (field: XmlElement) => boolean> = {
    Formula: (field) => childNamed(field, 'formula') !== undefined,
    'Lookup, MasterDetail, or Hierarchy': (field) => RELATIONSHIPS.includes(textOf(field, 'type') ?? ''),
    Summary: (field) => textOf(field, 'type') === 'Summary'
};

/** @see https://github.com/trailheadapps/coral-cloud/issues/87 for the wording of types */
function refusedByRecords(org: Org, fullName: string, before: XmlElement, after: XmlElement): string | null {
    const [objectName = '', fieldName = ''] = fullName.split('.');
    for (const name of objectsShowing(objectName)) {
        const records = [...org.records.all(name)].filter((record) => !record.IsDeleted && hasValue(record, fieldName));
        if (records.length > 0 && !areKeptAlike(textOf(before, 'type'), textOf(after, 'type'))) {
            return 'Cannot change type due to existing data';
        }
        const becomesUnique = flagOf(after, 'unique') && !flagOf(before, 'unique');
        if (becomesUnique && !areDistinct(records.map((record) => String(record[fieldName]).toLowerCase()))) {
            return 'Cannot make the field unique: there are records with the same value';
        }
    }
    return null;
}

function hasValue(record: SalesforceRecord, fieldName: string): boolean {
    return (record[fieldName] ?? null) !== null;
}

function areKeptAlike(before: string | undefined, after: string | undefined): boolean {
    if (before === after || before === undefined || after === undefined) return true;
    return KEPT_ALIKE.some((types) => types.includes(before) && types.includes(after));
}

function areDistinct(values: string[]): boolean {
    return new Set(values).size === values.length;
}
