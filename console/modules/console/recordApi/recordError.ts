/** One error of the UI API; that of a record refused on saving tells in `output` what is wrong with it. */
export interface ErrorItem {
    readonly errorCode?: string;
    readonly message: string;
    readonly statusCode?: number;
    readonly enhancedErrorType?: 'RecordError';
    readonly output?: {
        readonly errors: readonly { readonly message: string }[];
        readonly fieldErrors: Readonly<Record<string, readonly { readonly message: string }[]>>;
    };
}

/** What Lightning Data Service throws ("Handle Errors in Lightning Data Service", LWC guide). */
export interface FetchResponse {
    readonly status: number;
    readonly statusText: string;
    readonly ok: false;
    readonly headers: Readonly<Record<string, string>>;
    readonly errorType: 'fetchResponse';
    readonly body: ErrorItem | readonly ErrorItem[];
}

/** What to tell a person: the messages about the record and its fields, or else about the request. */
export function messageOfError(error: unknown): string {
    if (error instanceof Error) return error.message;
    const items = [(error as FetchResponse).body].flat();
    const details = items.flatMap(({ output }) => [
        ...(output?.errors ?? []),
        ...Object.values(output?.fieldErrors ?? {}).flat()
    ]);
    return (details.length > 0 ? details : items).map(({ message }) => message).join(' ');
}
