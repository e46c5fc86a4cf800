/** One request of a composite, as its caller wrote it: references to earlier answers are still in it. */
export interface Subrequest {
    method: string;
    url: string;
    referenceId: string;
    body: unknown;
    /** By lower-case name. */
    headers: Record<string, string>;
}

/** What a composite answers for each of its subrequests, in their order. */
export interface SubrequestResult {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

export interface SubrequestUrl {
    /** `v66.0` */
    version: string;
    /** Below the version, without query: `/sobjects/Case`. */
    path: string;
}

/** The parts of a subrequest's URL, null when it does not begin `/services/data/vXX.X/`. */
export function parseSubrequestUrl(url: string): SubrequestUrl | null {
    const groups = /^\/services\/data\/(?<version>v\d+\.\d)(?<path>\/[^?]*)/i.exec(url)?.groups;
    return groups?.version && groups.path ? { version: groups.version, path: groups.path } : null;
}
