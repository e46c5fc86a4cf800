import { SalesforceError } from '../errors/salesforceError.ts';

/** login() left the API with this version (release notes of Winter '26). */
const FIRST_VERSION_WITHOUT_LOGIN = 65;

/** What an org answers to a password: new orgs have SOAP login off, and new versions do not have it. */
export function refuseLogin(apiVersion: string): SalesforceError {
    if (Number(apiVersion) >= FIRST_VERSION_WITHOUT_LOGIN) {
        const message = `login() isn't available in API version ${apiVersion}.`;
        return new SalesforceError(500, [{ errorCode: 'UNSUPPORTED_API_VERSION', message }]);
    }
    const message =
        'SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().';
    return new SalesforceError(500, [{ errorCode: 'INVALID_OPERATION', message }]);
}
