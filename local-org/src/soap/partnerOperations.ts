import { fullName } from '../auth/describeIdentity.ts';
import { endSession, organizationOf } from '../auth/sessions.ts';
import type { SoapCall, SoapOperation } from './soapCall.ts';
import type { SoapValue } from './soapValue.ts';

const SESSION_SECONDS = 7200;

/** The Partner API's calls about the session; records are read and written by REST. */
export const partnerOperations: Readonly<Record<string, SoapOperation>> = {
    getUserInfo,
    getServerTimestamp: ({ org }) => ({ timestamp: org.clock() }),
    logout
};

/** GetUserInfoResult, as far as the org knows what it says. */
function getUserInfo({ org, user }: SoapCall): SoapValue {
    const organization = organizationOf(org);
    return {
        orgAttachmentFileSizeLimit: 5_242_880,
        organizationId: organization.Id,
        organizationMultiCurrency: false,
        organizationName: organization.Name,
        profileId: user.ProfileId,
        roleId: null,
        sessionSecondsValid: SESSION_SECONDS,
        userDefaultCurrencyIsoCode: null,
        userEmail: user.Email,
        userFullName: fullName(org, user),
        userId: user.Id,
        userLanguage: user.LanguageLocaleKey,
        userLocale: user.LocaleSidKey,
        userName: user.Username,
        userTimeZone: user.TimeZoneSidKey,
        userType: user.UserType,
        userUiSkin: 'Theme3'
    };
}

function logout({ org, sessionId }: SoapCall): SoapValue {
    endSession(org, sessionId);
    return undefined;
}
