import { SalesforceError } from './salesforceError.ts';

/**
 * What a code of Salesforce means for this bridge, and how an operator removes the cause. Whether the call must be
 * retried then follows from the code's kind. The words are ours; what the codes mean is documented where each table
 * says.
 */
type Advice = Readonly<Record<string, string>>;

/** "StatusCode" under "Core Data Types Used in API Calls", SOAP API Developer Guide: why a record is refused. */
const RECORD_REFUSED: Advice = {
    FIELD_CUSTOM_VALIDATION_EXCEPTION:
        "A validation rule or a trigger refuses the record; Salesforce's words are the rule's own. Let the bridge's user pass the rule, or write the field that it wants (the bridge's mapping).",
    REQUIRED_FIELD_MISSING:
        "The org requires a field that the bridge does not write. Give it a default in Salesforce, or a value in the bridge's mapping.",
    FIELD_INTEGRITY_EXCEPTION:
        'A value does not fit its field or contradicts another one, such as an owner of the wrong kind. Correct the mapping, or the record that is meant.',
    FIELD_FILTER_VALIDATION_EXCEPTION:
        "A field's lookup filter refuses the record that the bridge points to. Let the filter pass for the bridge's user.",
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:
        'A restricted picklist lacks the value that the bridge writes, such as Origin or Status. Add the value in Salesforce (and to its record type), or name another in the mapping.',
    INVALID_FIELD_FOR_INSERT_UPDATE:
        "A field may not be written: it is read-only for the bridge's user, or calculated. Grant edit on it in the permission set SoftphoneIntegration, or take it out of the mapping.",
    INVALID_TYPE_ON_FIELD_IN_RECORD: 'A value is of another type than its field. Correct the mapping.',
    STRING_TOO_LONG:
        'A text is longer than its field. Lengthen the field in Salesforce, or shorten its template in the mapping.',
    NUMBER_OUTSIDE_VALID_RANGE:
        'A number does not fit its field. Widen the field in Salesforce, or correct the mapping.',
    INVALID_CROSS_REFERENCE_KEY:
        'A record that the call points to is gone or of the wrong kind: its Case, contact, owner or record type. Restore it from the Recycle Bin, or correct the record type in the mapping.',
    ENTITY_IS_DELETED:
        'Somebody deleted a record that the call needs, mostly its Case; without a Case there is no Task. Restore it from the Recycle Bin (within 15 days).',
    INACTIVE_OWNER_OR_USER:
        'The owner is a user who is no longer active. Give the extension to an active user, or activate this one.',
    OPERATION_WITH_INACTIVE_USER_EXCEPTION:
        'The owner is a user who is no longer active. Give the extension to an active user, or activate this one.',
    TRANSFER_REQUIRES_READ: 'The agent may not read Cases, so they cannot own one. Give them read access to Cases.',
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY:
        "The bridge's user may not use a record that the call points to: the contact, the account, the owner or the Case. Share it with them, or assign the permission set SoftphoneIntegration anew.",
    INSUFFICIENT_ACCESS_OR_READONLY:
        "The bridge's user lacks a permission on the object or the record. Assign the permission set SoftphoneIntegration, and look whether an approval has locked the record.",
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:
        "A trigger or a flow failed (Salesforce's words name it), or the bridge's user may not create this object. Have it corrected, or assign the permission set SoftphoneIntegration.",
    CANNOT_EXECUTE_FLOW_TRIGGER:
        "A flow or process of the org failed on the record; Salesforce's words name it. Have it corrected, or leave the bridge's records out of it.",
    APEX_ERROR: "Apex of the org failed on the record; Salesforce's words name the class. Have it corrected.",
    ENTITY_IS_LOCKED: 'The record is locked, mostly by an approval. Unlock it.',
    DUPLICATES_DETECTED:
        "A duplicate rule blocks the record. Let the rule allow it, or only report it, for the bridge's user.",
    DUPLICATE_VALUE:
        "Another record has a value that must be unique, and it is not this call's Case. Look for the protocol in Salesforce, the Recycle Bin included.",
    STORAGE_LIMIT_EXCEEDED: "The org's data storage is full. Free some or buy more (Setup, Storage Usage).",
    LIMIT_EXCEEDED: "A limit of the org was passed; Salesforce's words say which. Raise it, or make room.",
    UNAVAILABLE_RECORDTYPE_EXCEPTION:
        "The bridge's user has no usable record type. Assign one in the permission set SoftphoneIntegration, or name one in the mapping.",
    UNABLE_TO_LOCK_ROW: 'Somebody else was writing to the same record.'
};

/** "Status Codes and Error Responses", REST API Developer Guide, and "ExceptionCode", SOAP API Developer Guide: why a request is. */
const REQUEST_REFUSED: Advice = {
    INVALID_FIELD:
        "A field does not exist, or the bridge's user may not see it. Deploy the fields, grant them in the permission set SoftphoneIntegration, or correct the mapping.",
    INVALID_TYPE:
        "An object does not exist, or the bridge's user may not see it. Assign the permission set SoftphoneIntegration.",
    MALFORMED_ID: "An id is none of Salesforce's. Correct the ids among the mapping's fixed values.",
    NOT_FOUND: "A record that the call needs is gone, or hidden from the bridge's user. Restore it or share it.",
    JSON_PARSER_ERROR: 'Salesforce cannot read a value for its field. Correct the mapping.',
    FUNCTIONALITY_NOT_ENABLED:
        "A feature that the request needs is off in this org; Salesforce's words name it. Switch it on.",
    API_DISABLED_FOR_ORG: "The org or the user has no access to the API. Grant API Enabled to the bridge's user.",
    REQUEST_LIMIT_EXCEEDED:
        "The org's API calls of the last 24 hours are used up. Setup, System Overview says how many there are; find out who uses them.",
    INVALID_SESSION_ID:
        "Salesforce refuses the bridge's session. If this stays, check the integration user: active, not locked, from an allowed IP range.",
    SERVER_UNAVAILABLE: 'Salesforce is too busy or away. See status.salesforce.com.'
};

/** "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration" and "OAuth Authorization Errors", Salesforce Help. */
const SIGN_IN_REFUSED: Advice = {
    invalid_grant:
        "Salesforce does not let the bridge sign in. Check SALESFORCE_USERNAME and SALESFORCE_LOGIN_URL, the app's certificate, that the user is active, and this machine's clock.",
    invalid_app_access:
        "The app is not approved for the bridge's user. Add the permission set SoftphoneIntegration to the app's policies, and assign it to the user.",
    invalid_client_id:
        'Salesforce does not know the app. Check SALESFORCE_CLIENT_ID; a new app takes some minutes to be known everywhere.',
    invalid_client:
        "Salesforce does not accept the app's key. Check SALESFORCE_CLIENT_ID, and that the app's certificate belongs to SALESFORCE_PRIVATE_KEY_FILE."
};

/** The bridge's own. */
const OURS: Advice = {
    PROTOCOL_TAKEN:
        'Another call has a Case with this protocol. Bridges that write to one org share one database (DATABASE_URL); after a database was lost, let protocols of that day begin above those that the org has (docs/operations.md).',
    RECORD_TYPE_UNAVAILABLE:
        "The bridge's user may not use the record type that the mapping names. Assign it in its profile or the permission set SoftphoneIntegration.",
    TOO_LATE: 'The bridge was too busy to send the record in time.',
    NOT_READ_BACK: "The Case was created, and its number could not be read. Let the bridge's user read all Cases.",
    NO_ANSWER: 'Salesforce gave no answer. If this stays, look at the network between the bridge and Salesforce.',
    STILL_UNDER_WAY: 'An earlier request of which nothing was heard may still write this record.',
    UNKNOWN_EXCEPTION:
        "Something failed inside Salesforce or on the way. If this stays, give Salesforce's support the words with their error id."
};

const ADVICE: Advice = { ...RECORD_REFUSED, ...REQUEST_REFUSED, ...SIGN_IN_REFUSED, ...OURS };

const UNKNOWN_CODE =
    "Salesforce's words say what it did not like; its API documentation lists the code (Status Codes and Error Responses). Remove the cause.";
const PASSES = 'Salesforce could not do this just then.';
const NOT_SALESFORCE = "No code of Salesforce came with this; the bridge's log has more under the call's id.";
const RETRY = 'Then retry the call.';
const BY_ITSELF = 'The bridge goes on trying by itself.';

/** @param code as Salesforce gave it, in any step; null: the failure had none */
export function adviceFor(code: string | null): string {
    if (code === null) return NOT_SALESFORCE;
    const { kind } = new SalesforceError(code, '');
    const passes = kind === 'passing' || kind === 'unavailable';
    const known = Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
    return `${known ?? (passes ? PASSES : UNKNOWN_CODE)} ${passes ? BY_ITSELF : RETRY}`;
}

/** The codes of which more is known than that Salesforce said them. */
export const ADVISED_CODES: readonly string[] = Object.keys(ADVICE);
