import type { ErrorItem } from '../errors/salesforceError.ts';

export interface SavedRecord {
    id: string;
    success: true;
    errors: [];
    /** Told by upserts alone. */
    created?: boolean;
}

/** What a collection answers for each of its records, in their order. */
export type SaveResult = SavedRecord | { success: false; errors: SaveError[] };

export interface SaveError {
    statusCode: string;
    message: string;
    fields: string[];
}

export function failedResult(items: ErrorItem[]): SaveResult {
    return { success: false, errors: saveErrors(items) };
}

export function saveErrors(items: ErrorItem[]): SaveError[] {
    return items.map(({ errorCode, message, fields = [] }) => ({ statusCode: errorCode, message, fields }));
}

/** For the good records of a request that asked for all or none. */
export function rolledBackResult(): SaveResult {
    return failedResult([
        {
            errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header'
        }
    ]);
}
