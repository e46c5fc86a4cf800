import type { XmlElement } from './xml/xmlElement.ts';

/** Something the Metadata API would refuse (an error) or remark on (a warning), and where it stands in its file. */
export interface MetadataProblem {
    message: string;
    severity: 'error' | 'warning';
    /** From 1. */
    line?: number;
    column?: number;
    /** The component that is not there, when that is what is wrong. */
    missing?: { type: string; fullName: string };
}

/** A problem with the file and the component it was found in. */
export interface ComponentProblem extends MetadataProblem {
    /** In the package's layout: `objects/Case.object`. */
    fileName: string;
    componentType: string;
    fullName: string;
}

/** An error about this element. */
export function problemAt({ line, column }: XmlElement, message: string): MetadataProblem {
    return { message, severity: 'error', line, column };
}
