import { parseXmlFile } from '../xml/parseXmlFile.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import type { PackagedComponent } from './component.ts';
import { META_FILE_ENDING } from './componentPath.ts';
import { findComponentType } from './componentTypes.ts';

/** An element, the type of the Metadata API that it must be of, and the file it stands in. */
export interface TypedElement {
    element: XmlElement;
    /** `CustomField`, `CaseSettings`, `ReportFolder` */
    typeName: string;
    /** `objects/Case.object`, `lwc/softphone/softphone.js-meta.xml` */
    fileName: string;
}

/**
 * The XML of a component: the element that it is, or the `-meta.xml` among its files. What lies inside another
 * component's file is of its own type; all else is of the type that its root names, which for settings and folders is
 * not the component's.
 */
export function elementsToCheck({ type, fileName, content }: PackagedComponent): TypedElement[] {
    if (content.kind === 'xml') {
        const typeName = findComponentType(type) ? content.element.name : type;
        return [{ element: content.element, typeName, fileName }];
    }
    return Object.entries(content.files)
        .filter(([path]) => path.endsWith(META_FILE_ENDING))
        .map(([path, base64]) => {
            const element = parseXmlFile(Buffer.from(base64, 'base64'));
            return { element, typeName: element.name, fileName: path };
        });
}
