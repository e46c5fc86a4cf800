/** What an administrator can have switched on, under the names that scratch org definitions use. */
export const ORG_FEATURES = ['PersonAccounts'] as const;

export type OrgFeature = (typeof ORG_FEATURES)[number];

export const isOrgFeature = (name: string): name is OrgFeature => (ORG_FEATURES as readonly string[]).includes(name);
