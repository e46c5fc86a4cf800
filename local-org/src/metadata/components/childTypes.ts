/** A type whose components lie inside the file of another one, each in an element of its own. */
export interface ChildType {
    /** `CustomField` */
    xmlName: string;
    /** `CustomObject` */
    parentName: string;
    /** `fields` */
    element: string;
}

/** By parent: the elements that are components of their own, and their types. */
const elementsByParent: Record<string, Record<string, string>> = {
    AIScoringModelDefinition: { aiScoringModelDefVersions: 'AIScoringModelDefVersion' },
    AssignmentRules: { assignmentRule: 'AssignmentRule' },
    AutoResponseRules: { autoResponseRule: 'AutoResponseRule' },
    Bot: { botVersions: 'BotVersion' },
    CustomLabels: { labels: 'CustomLabel' },
    CustomObject: {
        businessProcesses: 'BusinessProcess',
        compactLayouts: 'CompactLayout',
        fieldSets: 'FieldSet',
        fields: 'CustomField',
        indexes: 'Index',
        listViews: 'ListView',
        recordTypes: 'RecordType',
        sharingReasons: 'SharingReason',
        validationRules: 'ValidationRule',
        webLinks: 'WebLink'
    },
    EscalationRules: { escalationRule: 'EscalationRule' },
    MatchingRules: { matchingRules: 'MatchingRule' },
    MktDataTranObject: { mktDataTranFields: 'MktDataTranField' },
    SharingRules: {
        sharingCriteriaRules: 'SharingCriteriaRule',
        sharingGuestRules: 'SharingGuestRule',
        sharingOwnerRules: 'SharingOwnerRule',
        sharingTerritoryRules: 'SharingTerritoryRule'
    },
    Workflow: {
        alerts: 'WorkflowAlert',
        fieldUpdates: 'WorkflowFieldUpdate',
        flowActions: 'WorkflowFlowAction',
        knowledgePublishes: 'WorkflowKnowledgePublish',
        outboundMessages: 'WorkflowOutboundMessage',
        rules: 'WorkflowRule',
        send: 'WorkflowSend',
        tasks: 'WorkflowTask'
    }
};

/** From the children of the Salesforce CLI's registry, as far as their elements have a `fullName`. */
export const childTypes: readonly ChildType[] = Object.entries(elementsByParent).flatMap(([parentName, elements]) =>
    Object.entries(elements).map(([element, xmlName]) => ({ xmlName, parentName, element }))
);

export function childTypesOf(parentName: string): ChildType[] {
    return childTypes.filter((child) => child.parentName === parentName);
}

export function findChildType(xmlName: string): ChildType | undefined {
    return childTypes.find((child) => child.xmlName === xmlName);
}

/** `Case.CallProtocol__c`; labels alone are named without their parent. */
export function childFullName(child: ChildType, parentFullName: string, name: string): string {
    return child.parentName === 'CustomLabels' ? name : `${parentFullName}.${name}`;
}

/** The full name of the component in whose file a child lies: `Case`. */
export function parentFullName(child: ChildType, fullName: string): string {
    return child.parentName === 'CustomLabels' ? 'CustomLabels' : fullName.slice(0, fullName.indexOf('.'));
}
