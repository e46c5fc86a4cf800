/**
 * The key prefixes of the ids of components. Types that are not here have components without an id, as settings and
 * translations do on the platform.
 */
export const componentKeyPrefixes: Partial<Record<string, string>> = {
    AssignmentRule: '01Q',
    BusinessProcess: '019',
    CallCenter: '04v',
    CompactLayout: '0AH',
    CorsWhitelistOrigin: '08W',
    CspTrustedSite: '08y',
    CustomApplication: '02u',
    CustomField: '00N',
    CustomLabel: '101',
    CustomObject: '01I',
    CustomPermission: '0CP',
    CustomTab: '01r',
    FieldSet: '0IX',
    FlexiPage: '0M0',
    GlobalValueSet: '0Nt',
    Layout: '00h',
    LightningComponentBundle: '0Rb',
    ListView: '00B',
    PermissionSetGroup: '0PG',
    QuickAction: '09D',
    RemoteSiteSetting: '0rp',
    Report: '00O',
    Role: '00E',
    StaticResource: '081',
    ValidationRule: '03d',
    WebLink: '00b'
};
