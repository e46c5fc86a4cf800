import type { SoapApi } from './soapApi.ts';

const METADATA = `cancelDeploy checkDeployStatus checkRetrieveStatus createMetadata deleteMetadata deploy
    deployRecentValidation describeMetadata describeValueType listMetadata readMetadata renameMetadata retrieve
    updateMetadata upsertMetadata`;

const PARTNER = `changeOwnPassword convertLead create delete deleteByExample describeAllTabs describeAppMenu
    describeApprovalLayout describeAvailableQuickActions describeCompactLayouts describeDataCategoryGroups
    describeDataCategoryGroupStructures describeGlobal describeGlobalTheme describeKnowledgeSettings describeLayout
    describeNouns describePathAssistants describePrimaryCompactLayouts describeQuickActions describeSObject
    describeSObjects describeSearchLayouts describeSearchScopeOrder describeSearchableEntities
    describeSoftphoneLayout describeSoqlListViews describeTabs describeTheme describeVisualForce emptyRecycleBin
    executeListView findDuplicates findDuplicatesByIds getDeleted getServerTimestamp getUpdated getUserInfo
    invalidateSessions login logout merge performQuickActions process query queryAll queryMore renderEmailTemplate
    renderStoredEmailTemplate resetPassword retrieve retrieveMassMergeQuickActionTemplates
    retrieveQuickActionTemplates search sendEmail sendEmailMessage setPassword undelete update upsert`;

/** Every operation of the WSDLs, so that those which are not emulated are told from those that do not exist. */
export const platformOperations: Record<SoapApi, ReadonlySet<string>> = {
    m: new Set(METADATA.split(/\s+/)),
    u: new Set(PARTNER.split(/\s+/))
};
