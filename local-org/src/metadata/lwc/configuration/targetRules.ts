/** What a component may say of itself for a target, null where this org does not know. */
export interface TargetRule {
    /** The elements that a `targetConfig` for it may have. */
    elements: readonly string[] | null;
    /** The types that its properties may have. */
    propertyTypes: readonly string[] | null;
}

const UNKNOWN: TargetRule = { elements: null, propertyTypes: null };
const PLAIN_TYPES = ['Boolean', 'Integer', 'String'];
const PAGE: TargetRule = { elements: ['property', 'supportedFormFactors'], propertyTypes: PLAIN_TYPES };

/**
 * The targets of the Lightning Web Components Developer Guide, "XML Configuration File Elements". Where rules are
 * given they are the guide's, or were seen in refusals of real orgs.
 */
const rules = new Map<string, TargetRule>([
    ['lightning__AppPage', { ...PAGE, elements: ['property', 'supportedFormFactors', 'event'] }],
    ['lightning__HomePage', PAGE],
    ['lightning__RecordPage', { ...PAGE, elements: ['property', 'objects', 'supportedFormFactors'] }],
    ['lightning__UtilityBar', { elements: ['property'], propertyTypes: PLAIN_TYPES }],
    ['lightning__Tab', { elements: [], propertyTypes: null }],
    ['lightningCommunity__Page', { elements: [], propertyTypes: null }],
    ...[
        'analytics__Dashboard',
        'lightningCommunity__Default',
        'lightningCommunity__Page_Layout',
        'lightningCommunity__Theme_Layout',
        'lightningSnapin__ChatHeader',
        'lightningSnapin__ChatMessage',
        'lightningSnapin__MessagingHeader',
        'lightningSnapin__MessagingPreChat',
        'lightningSnapin__Minimized',
        'lightningSnapin__PreChat',
        'lightningStatic__Email',
        'lightning__AgentforceInput',
        'lightning__AgentforceOutput',
        'lightning__ECSFSApp',
        'lightning__EnablementProgram',
        'lightning__FlowAction',
        'lightning__FlowScreen',
        'lightning__GlobalAction',
        'lightning__Inbox',
        'lightning__PropertyEditor',
        'lightning__RecordAction',
        'lightning__ServiceDocument',
        'lightning__UrlAddressable',
        'lightning__VoiceExtension'
    ].map((target): [string, TargetRule] => [target, UNKNOWN])
]);

/** The rule of a target, undefined when there is no such target. */
export function findTargetRule(target: string): TargetRule | undefined {
    return rules.get(target);
}
