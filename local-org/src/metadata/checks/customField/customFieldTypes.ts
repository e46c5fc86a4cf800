/** Elements of a CustomField that only some types of field have. */
export const typedElements = [
    'deleteConstraint',
    'displayFormat',
    'length',
    'maskChar',
    'maskType',
    'precision',
    'referenceTo',
    'relationshipName',
    'relationshipOrder',
    'reparentableMasterDetail',
    'required',
    'scale',
    'startingNumber',
    'summarizedField',
    'summaryForeignKey',
    'summaryOperation',
    'unique',
    'valueSet',
    'visibleLines',
    'writeRequiresMasterRead'
] as const;
export type TypedElement = (typeof typedElements)[number];

export interface Bounds {
    least: number;
    most: number;
}

export interface CustomFieldType {
    /** Must stand in a field of the type that is no formula. */
    must: readonly (TypedElement | 'defaultValue')[];
    /** May stand in it. */
    may: readonly TypedElement[];
    /** May be an external id. */
    externalId: boolean;
    /** May be what a formula gives. */
    formula: boolean;
    length?: Bounds;
}

const plain: CustomFieldType = { must: [], may: ['required'], externalId: false, formula: false };
const decimal: CustomFieldType = { ...plain, must: ['precision', 'scale'], formula: true };
const longText: CustomFieldType = {
    ...plain,
    must: ['length', 'visibleLines'],
    may: [],
    length: { least: 256, most: 131_072 }
};

/**
 * What the platform asks of each type of custom field that this org knows (Metadata API Developer Guide, CustomField;
 * where the guide is silent, what 1,300 fields retrieved from real orgs have and what deploys were refused for).
 */
export const customFieldTypes: Readonly<Record<string, CustomFieldType>> = {
    AutoNumber: { ...plain, may: ['displayFormat', 'startingNumber'], externalId: true },
    Checkbox: { ...plain, must: ['defaultValue'], may: [], formula: true },
    Currency: decimal,
    Date: { ...plain, formula: true },
    DateTime: { ...plain, formula: true },
    Email: { ...plain, may: ['required', 'unique'], externalId: true },
    EncryptedText: { ...plain, must: ['length', 'maskChar', 'maskType'], length: { least: 1, most: 175 } },
    Hierarchy: { ...plain, may: ['required', 'relationshipName', 'deleteConstraint'] },
    Html: longText,
    Location: { ...plain, must: ['scale'] },
    LongTextArea: longText,
    Lookup: { ...plain, must: ['referenceTo'], may: ['required', 'relationshipName', 'deleteConstraint'] },
    MasterDetail: {
        ...plain,
        must: ['referenceTo', 'relationshipName'],
        may: ['relationshipOrder', 'reparentableMasterDetail', 'writeRequiresMasterRead']
    },
    MetadataRelationship: { ...plain, must: ['referenceTo'], may: ['required', 'relationshipName', 'unique'] },
    MultiselectPicklist: { ...plain, must: ['valueSet', 'visibleLines'] },
    Number: { ...decimal, may: ['required', 'unique'], externalId: true },
    Percent: decimal,
    Phone: plain,
    Picklist: { ...plain, must: ['valueSet'] },
    Summary: { ...plain, must: ['summaryForeignKey', 'summaryOperation'], may: ['summarizedField'] },
    Text: {
        ...plain,
        must: ['length'],
        may: ['required', 'unique'],
        externalId: true,
        formula: true,
        length: { least: 1, most: 255 }
    },
    TextArea: plain,
    Time: { ...plain, formula: true },
    Url: plain
};
