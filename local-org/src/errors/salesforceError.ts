export interface ErrorItem {
    message: string;
    errorCode: string;
    fields?: string[];
}

/** A refusal as the REST API words it: an HTTP status and the array of items that becomes the body. */
export class SalesforceError extends Error {
    readonly status: number;
    readonly items: ErrorItem[];

    constructor(status: number, items: ErrorItem[]) {
        super(items.map((item) => `${item.errorCode}: ${item.message}`).join('; '));
        this.name = 'SalesforceError';
        this.status = status;
        this.items = items;
    }
}
