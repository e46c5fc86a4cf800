/** The first three characters of a record's id name its object. */
const OBJECTS_BY_KEY_PREFIX = {
    '001': 'Account',
    '003': 'Contact',
    '00T': 'Task',
    '500': 'Case'
} as const;

export type ObjectApiName = (typeof OBJECTS_BY_KEY_PREFIX)[keyof typeof OBJECTS_BY_KEY_PREFIX];

/** @throws when the id belongs to an object that this page does not know. */
export function objectOfRecord(recordId: string): ObjectApiName {
    const prefix = recordId.slice(0, 3) as keyof typeof OBJECTS_BY_KEY_PREFIX;
    const object: ObjectApiName | undefined = OBJECTS_BY_KEY_PREFIX[prefix];
    if (!object) throw new Error(`${recordId} belongs to no object that this page knows`);
    return object;
}
