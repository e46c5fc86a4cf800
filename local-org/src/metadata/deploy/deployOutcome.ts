/** What a deploy did to one component, or why it did not: a DeployMessage of the Metadata API. */
export interface DeployMessage {
    /** Empty for what is no component, such as package.xml. */
    componentType: string;
    fullName: string;
    /** Below the zip's root, the package's folder included. */
    fileName: string;
    success: boolean;
    changed: boolean;
    created: boolean;
    deleted: boolean;
    id?: string;
    problem?: string;
    problemType?: 'Error' | 'Warning';
    lineNumber?: number;
    columnNumber?: number;
    /** The component that is not there, when that is the problem; not told by the API. */
    missing?: { type: string; fullName: string };
}

export interface DeployOutcome {
    status: 'Succeeded' | 'SucceededPartial' | 'Failed';
    messages: DeployMessage[];
    /** Components in the package, and how many of them failed. */
    componentsTotal: number;
    componentErrors: number;
    /** Why there was nothing to look at, such as a zip that cannot be read. */
    error?: { code: string; message: string };
}
