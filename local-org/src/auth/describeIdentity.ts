import { SHORT_ID_LENGTH } from '../ids/recordId.ts';
import { findField } from '../schema/objectDefinition.ts';
import { user as userObject } from '../schema/standard/user.ts';
import { readField } from '../data/readField.ts';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import { organizationOf } from './sessions.ts';
import { utcOffsetMs } from './utcOffsetMs.ts';

export function identityUrl(org: Org, userId: string, orgUrl: string): string {
    return `${orgUrl}/id/${organizationOf(org).Id}/${userId}`;
}

/** The identity URL's answer, without photos, addresses and the doors to APIs that this org has not. */
export function describeIdentity(org: Org, user: SalesforceRecord, orgUrl: string) {
    return {
        id: identityUrl(org, user.Id, orgUrl),
        asserted_user: true,
        user_id: user.Id,
        organization_id: organizationOf(org).Id,
        username: user.Username,
        nick_name: user.CommunityNickname,
        display_name: fullName(org, user),
        email: user.Email,
        email_verified: true,
        first_name: user.FirstName ?? null,
        last_name: user.LastName,
        timezone: user.TimeZoneSidKey,
        mobile_phone: user.MobilePhone ?? null,
        mobile_phone_verified: false,
        is_lightning_login_user: false,
        urls: describeUrls(org, user, orgUrl),
        active: user.IsActive,
        user_type: 'STANDARD',
        language: user.LanguageLocaleKey,
        locale: user.LocaleSidKey,
        utcOffset: utcOffsetMs(String(user.TimeZoneSidKey), org.clock()),
        last_modified_date: user.LastModifiedDate,
        is_app_installed: true
    };
}

/** The OpenID Connect form of the same. */
export function describeUserInfo(org: Org, user: SalesforceRecord, orgUrl: string) {
    return {
        sub: identityUrl(org, user.Id, orgUrl),
        user_id: user.Id,
        organization_id: organizationOf(org).Id,
        preferred_username: user.Username,
        nickname: user.CommunityNickname,
        name: fullName(org, user),
        email: user.Email,
        email_verified: true,
        given_name: user.FirstName ?? null,
        family_name: user.LastName,
        zoneinfo: user.TimeZoneSidKey,
        urls: describeUrls(org, user, orgUrl),
        active: user.IsActive,
        user_type: 'STANDARD',
        language: user.LanguageLocaleKey,
        locale: user.LocaleSidKey,
        utcOffset: utcOffsetMs(String(user.TimeZoneSidKey), org.clock()),
        updated_at: user.LastModifiedDate
    };
}

export function fullName(org: Org, user: SalesforceRecord): FieldValue {
    const name = findField(userObject, 'Name');
    return name ? readField(org, name, user) : null;
}

function describeUrls(org: Org, user: SalesforceRecord, orgUrl: string) {
    const organizationId = organizationOf(org).Id.slice(0, SHORT_ID_LENGTH);
    const rest = `${orgUrl}/services/data/v{version}/`;
    return {
        metadata: `${orgUrl}/services/Soap/m/{version}/${organizationId}`,
        partner: `${orgUrl}/services/Soap/u/{version}/${organizationId}`,
        rest,
        sobjects: `${rest}sobjects/`,
        search: `${rest}search/`,
        query: `${rest}query/`,
        tooling_rest: `${rest}tooling/`,
        profile: `${orgUrl}/${user.Id}`,
        custom_domain: orgUrl
    };
}
