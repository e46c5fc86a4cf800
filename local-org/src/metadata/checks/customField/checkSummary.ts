import { textOf, type XmlElement } from '../../xml/xmlElement.ts';

const QUALIFIED_NAME = /^\w+\.\w+$/;

/** A roll-up summary names a field of the details to sum, and by what master-detail field they are this record's. */
export function checkSummary(element: XmlElement, typeName: string): string[] {
    if (typeName !== 'Summary') return [];
    const problems = ['summaryForeignKey', 'summarizedField']
        .map((name) => textOf(element, name))
        .filter((name) => name !== undefined && !QUALIFIED_NAME.test(name))
        .map(() => 'Must specify the name in the CustomObject.CustomField format (e.g. Account.MyNewCustomField)');
    const counts = textOf(element, 'summaryOperation') === 'count';
    if (!counts && textOf(element, 'summarizedField') === undefined) {
        problems.push(`Must specify 'summarizedField' for a CustomField of type ${typeName}`);
    }
    return problems;
}
