import { SalesforceError, type ErrorItem } from '../errors/salesforceError.ts';
import type { Answer } from '../rest/apiCall.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { unreadableBody } from './uiApiRefusals.ts';

/** The same for every write that is refused, creates too; what happened is in the output. */
const MESSAGE = 'An error occurred while trying to update the record. Please try again.';
/** Codes of a body that cannot be read into fields, before any rule is asked. */
const PARSE_ERRORS = ['JSON_PARSER_ERROR', 'INVALID_FIELD'];

/** "Record Exception Error" of the User Interface API Developer Guide. */
interface RecordExceptionError {
    constituentField: null;
    duplicateRecordError: null;
    errorCode: string;
    field: string | null;
    fieldLabel: string | null;
    message: string;
}

/**
 * Answers a write, and a refused one with "Error with Output": what is wrong with the record, and with each field.
 *
 * @throws SalesforceError POST_BODY_PARSE_ERROR
 */
export function answerSave(object: ObjectDefinition, save: () => Answer): Answer {
    try {
        return save();
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        const unreadable = error.items.find(({ errorCode }) => PARSE_ERRORS.includes(errorCode));
        if (unreadable) throw unreadableBody(unreadable.message);
        return recordError(error.status, describeErrors(object, error.items));
    }
}

/** The record has changed since the caller read it. */
export function collisionError(lastModifiedBy: string): Answer {
    const message =
        `This record was modified by ${lastModifiedBy} during your edit session. Make a note of the data you ` +
        'entered, then reload the record and enter your updates again.';
    const error = describeError({ errorCode: 'CollisionDetectedException', message }, null, null);
    return recordError(400, { errors: [error], fieldErrors: {} });
}

interface RecordExceptions {
    errors: RecordExceptionError[];
    fieldErrors: Record<string, RecordExceptionError[]>;
}

function recordError(statusCode: number, output: RecordExceptions): Answer {
    return { status: statusCode, body: { message: MESSAGE, statusCode, enhancedErrorType: 'RecordError', output } };
}

function describeErrors(object: ObjectDefinition, items: ErrorItem[]): RecordExceptions {
    const output: RecordExceptions = { errors: [], fieldErrors: {} };
    for (const item of items) {
        const { fields = [] } = item;
        if (fields.length === 0) output.errors.push(describeError(item, null, null));
        for (const name of fields) {
            const label = findField(object, name)?.label ?? name;
            (output.fieldErrors[name] ??= []).push(describeError(item, name, label));
        }
    }
    return output;
}

function describeError({ errorCode, message }: ErrorItem, field: string | null, fieldLabel: string | null) {
    return { constituentField: null, duplicateRecordError: null, errorCode, field, fieldLabel, message };
}
