import { toLongId } from './recordId.ts';

const IDENTITY_PATH = /\/id\/(00D\w{12}(?:\w{3})?)\/(005\w{12}(?:\w{3})?)$/;

/**
 * The organization and the user in whose name a token speaks, as ids of 18 characters; null for what is no identity
 * URL. Source: "Identity URLs" (Salesforce Help).
 */
export function readIdentityUrl(url: string): { organizationId: string; userId: string } | null {
    const [, organization = '', user = ''] = IDENTITY_PATH.exec(url) ?? [];
    const [organizationId, userId] = [toLongId(organization), toLongId(user)];
    return organizationId !== null && userId !== null ? { organizationId, userId } : null;
}
