import type { SalesforceRecord } from '../salesforceRecord.ts';

/** An assignment rule for cases, as an administrator sets it up: the first entry that fits names the owner. */
export interface AssignmentRule {
    id: string;
    entries: { criteria: Record<string, string>; ownerId: string }[];
    /** "Default Case Owner" of Support Settings: owns what no entry fits. */
    defaultOwnerId: string;
}

export function chooseOwner(rule: AssignmentRule, record: SalesforceRecord): string {
    const fits = (criteria: Record<string, string>) =>
        Object.entries(criteria).every(([field, value]) => record[field] === value);
    return rule.entries.find(({ criteria }) => fits(criteria))?.ownerId ?? rule.defaultOwnerId;
}
