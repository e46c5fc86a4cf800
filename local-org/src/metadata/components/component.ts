import type { XmlElement } from '../xml/xmlElement.ts';

/**
 * What a component is made of: the element that describes it, or, of bundles and of types whose file is not XML, its
 * files as base64 by path in the package's layout (`lwc/softphone/softphone.js`), the `-meta.xml` among them.
 */
export type ComponentContent =
    { kind: 'xml'; element: XmlElement } | { kind: 'files'; files: Readonly<Record<string, string>> };

/** A component as a package brings it. */
export interface PackagedComponent {
    /** As the Metadata API names it: `CustomField`. */
    type: string;
    /** `Case.CallProtocol__c` */
    fullName: string;
    /** The file it came in, in the package's layout: `objects/Case.object`; of a bundle its folder, `lwc/softphone`. */
    fileName: string;
    content: ComponentContent;
}

/** A component as the org keeps it. */
export interface Component extends PackagedComponent {
    /** `00N…` and so on, 18 characters. */
    id: string;
    /** The key prefix of the records of a custom object, null for all else. */
    keyPrefix: string | null;
    createdById: string;
    /** Instants as records keep them: `2026-05-04T12:00:00.000+0000`. */
    createdDate: string;
    lastModifiedById: string;
    lastModifiedDate: string;
}
