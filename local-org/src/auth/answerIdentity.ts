import { accessOfProfile } from '../access/profiles.ts';
import { parseRecordId } from '../ids/recordId.ts';
import { findRecord } from '../org.ts';
import type { Answer } from '../rest/apiCall.ts';
import { describeIdentity, describeUserInfo } from './describeIdentity.ts';
import type { OAuthServer } from './oauthServer.ts';
import { findSessionUser, organizationOf } from './sessions.ts';

type RefusalCode =
    'Missing_OAuth_Token' | 'Bad_OAuth_Token' | 'Wrong_Org' | 'Bad_Id' | 'No_Access' | 'Inactive' | 'Bad_Format';

/** "Identity URLs" in Salesforce Help; `Bad_Format` is this org's own, for XML and JSONP. */
const STATUS_OF: Record<RefusalCode, number> = {
    Missing_OAuth_Token: 403,
    Bad_OAuth_Token: 403,
    Wrong_Org: 403,
    Bad_Id: 404,
    No_Access: 404,
    Inactive: 404,
    Bad_Format: 406
};

interface IdentityCall {
    organizationId: string;
    userId: string;
    token: string | undefined;
    format: string | undefined;
}

/** An identity URL: of the caller themselves, or of anybody for an administrator. Refusals are plain text. */
export function answerIdentity(server: OAuthServer, call: IdentityCall): Answer {
    const { org, orgUrl } = server;
    const caller = call.token ? findSessionUser(org, call.token) : undefined;
    if (!caller) return refuseIdentity(call.token ? 'Bad_OAuth_Token' : 'Missing_OAuth_Token');
    if ((call.format ?? 'json') !== 'json') return refuseIdentity('Bad_Format');
    const [organizationId, userId] = [parseRecordId(call.organizationId), parseRecordId(call.userId)];
    if (organizationId === null || userId === null) return refuseIdentity('Bad_Id');
    if (organizationId !== organizationOf(org).Id) return refuseIdentity('Wrong_Org');
    const user = org.records.find('User', userId);
    if (!user) return refuseIdentity('Bad_Id');
    const isAdministrator = accessOfProfile(findRecord(org, caller.ProfileId)) === 'everything';
    if (user.Id !== caller.Id && !isAdministrator) return refuseIdentity('No_Access');
    if (user.IsActive !== true) return refuseIdentity('Inactive');
    return { status: 200, body: describeIdentity(org, user, orgUrl) };
}

/** `/services/oauth2/userinfo` */
export function answerUserInfo({ org, orgUrl }: OAuthServer, token: string | undefined): Answer {
    const user = token ? findSessionUser(org, token) : undefined;
    if (!user) return refuseIdentity(token ? 'Bad_OAuth_Token' : 'Missing_OAuth_Token');
    return { status: 200, body: describeUserInfo(org, user, orgUrl) };
}

export function refuseIdentity(code: RefusalCode): Answer {
    return { status: STATUS_OF[code], body: code };
}
