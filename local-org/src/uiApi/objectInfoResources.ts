import { SalesforceError } from '../errors/salesforceError.ts';
import { answerOk, type Answer, type ApiCall } from '../rest/apiCall.ts';
import { describeUiObject } from './describeUiObject.ts';
import { eTagOf } from './representRecord.ts';
import { isShown, requireUiObject } from './requireUiObject.ts';
import { summarizeUiObject } from './summarizeUiObject.ts';

/** `GET /ui-api/object-info/:object` */
export function showObjectInfo(call: ApiCall): Answer {
    return answerOk(describeNamed(call, call.params.object ?? ''));
}

/** `GET /ui-api/object-info/batch/:objects`: a result for each name, good or bad. */
export function showObjectInfos(call: ApiCall): Answer {
    const results = (call.params.objects ?? '').split(',').map((name) => {
        try {
            return { statusCode: 200, result: describeNamed(call, name.trim()) };
        } catch (error) {
            if (!(error instanceof SalesforceError)) throw error;
            return { statusCode: error.status, result: error.items };
        }
    });
    return answerOk({ results });
}

/** `GET /ui-api/object-info`: the directory of the objects that this user may use. */
export function listObjectInfos({ org, context }: ApiCall): Answer {
    const base = `/services/data/v${context.apiVersion}/ui-api/object-info`;
    const shown = org.schema.objects.filter((object) => isShown(object) && context.access.canReadObject(object));
    const objects = Object.fromEntries(
        shown.map((object) => [object.name, { ...summarizeUiObject(object), objectInfoUrl: `${base}/${object.name}` }])
    );
    return answerOk({ eTag: eTagOf(objects), objects });
}

function describeNamed(call: ApiCall, name: string) {
    return describeUiObject(call.org.schema, requireUiObject(call, name), call.context.access);
}
