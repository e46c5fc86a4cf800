import { describeInvalidName, isDeveloperName } from '../checkDeveloperName.ts';

const LONGEST_NAME = 40;
const NAMESPACE = /^[A-Za-z][A-Za-z0-9]{0,14}__(?=.+__c$)/i;

/** What is wrong with the API name of a custom field, its namespace and suffix included: `ns__Amount__c`. */
export function checkFieldName(fullName: string): string[] {
    if (!/__c$/i.test(fullName)) {
        return ['fullName must end with: __c or __kav or __x or __b or __e or __p or __mdt or __dll or __dlm'];
    }
    const developerName = fullName.replace(NAMESPACE, '').replace(/__c$/i, '');
    if (!isDeveloperName(developerName)) return [describeInvalidName('Field Name')];
    if (developerName.length > LONGEST_NAME) {
        return [`Value too long for field: DeveloperName maximum length is:${LONGEST_NAME}`];
    }
    return [];
}
