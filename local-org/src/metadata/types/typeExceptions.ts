import type { TypeMember } from './metadataType.ts';

/**
 * Where `@salesforce/types` is known to differ from what the platform takes. Each line was found by checking metadata
 * that is deployed to real orgs (the open-source packages of Salesforce.org, Trailhead's sample apps, Nebula Logger,
 * UnofficialSF and others, 27,000 files) or stands in the Metadata API Developer Guide.
 */

/** Elements that the generated types lack: documented ones, and retired ones that packages of older versions have. */
const furtherMembers: Record<string, TypeMember[]> = {
    CustomField: [flag('displayLocationInDecimal')],
    CustomSite: ['allowGuestPaymentsApi', 'cspUpgradeInsecureRequests', 'requireHttps'].map(flag),
    FlexiPageRegion: [list('componentInstances', 'ComponentInstance')],
    FlowActionCall: [single('versionSegment', 'number')],
    AnalyticsSettings: [flag('enableOrgCanSeeLivePreviews')],
    IncidentMgmtSettings: [flag('enableCommonPriorityMatrix')],
    LightningExperienceSettings: [flag('enableAuraSecStaticResCRUCPref')],
    QuickActionTranslation: [list('quickActionParametersTranslation', 'any')],
    UserInterfaceSettings: [flag('enableSldsV2')]
};

/** Values that the generated enumerations lack. */
const furtherValues: Record<string, string[]> = {
    InvocableActionType: ['createWorkItem'],
    OmniProcessType: ['Integration Procedure'],
    SiteType: ['ChatterNetwork', 'ChatterNetworkPicasso']
};

/** Elements with XML of their own (the WSDL has `xsd:base64Binary`), or of a type that the generated ones lack. */
const freeContent = new Set([
    'LightningComponentBundle.targetConfigs',
    'QuickActionTranslation.quickActionParametersTranslation'
]);

/** Required by the WSDL, absent from files that a retrieve gives. */
const absentFromRetrieves = new Set([
    'ApexClass.status',
    'CallCenterItem.value',
    'EmployeeUserSettings.emailEncoding',
    'EmployeeUserSettings.profile',
    'FlowDynamicChoiceSet.displayField',
    'FlowDynamicChoiceSet.object',
    'IdentityProviderSettings.certificateName',
    'LookupFilterTranslation.errorMessage'
]);

export function findFurtherMember(typeName: string, memberName: string): TypeMember | undefined {
    return furtherMembers[typeName]?.find(({ name }) => name === memberName);
}

export function hasFurtherValue(typeName: string, value: string): boolean {
    return furtherValues[typeName]?.includes(value) ?? false;
}

export function isFreeContent(typeName: string, memberName: string): boolean {
    return freeContent.has(`${typeName}.${memberName}`);
}

/**
 * Whether the platform insists on an element that the WSDL requires. Flags and numbers are never insisted on: they
 * came with newer versions of the API, and read as false and 0 in the packages of older ones.
 */
export function isInsistedOn(typeName: string, { name, typeName: valueType, required }: TypeMember): boolean {
    const hasDefault = valueType === 'boolean' || valueType === 'number';
    return required && !hasDefault && !absentFromRetrieves.has(`${typeName}.${name}`);
}

function flag(name: string): TypeMember {
    return single(name, 'boolean');
}

function single(name: string, typeName: string): TypeMember {
    return { name, typeName, repeated: false, required: false };
}

function list(name: string, typeName: string): TypeMember {
    return { name, typeName, repeated: true, required: false };
}
