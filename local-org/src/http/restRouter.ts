import { Router, type Request } from 'express';
import { notFound } from '../errors/refusals.ts';
import type { Answer, Method, Resource } from '../rest/apiCall.ts';
import { apiVersions } from '../rest/apiVersions.ts';
import { methodNotAllowed } from '../rest/methodNotAllowed.ts';
import { requestedMethod } from '../rest/requestedMethod.ts';
import { restResources } from '../rest/restResources.ts';
import { answerRequest } from './answerRequest.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { LocalOrgServer } from './localOrgServer.ts';
import { readCall } from './readCall.ts';

const BASE = '/services/data';

/** The REST API: the versions, which anyone may list, and below each of them the resources. */
export function restRouter(server: LocalOrgServer): Router {
    const router = Router();
    router.get(
        BASE,
        answerRequest(
            server,
            () => BASE,
            () => ({ status: 200, body: apiVersions })
        )
    );
    for (const resource of restResources) {
        const pattern = (request: Request) => namePath(resource, request);
        router.all(
            `${BASE}/:version${resource.path}`,
            answerRequest(server, pattern, (request) => serve(server, request, resource))
        );
    }
    const unknown = () => `${BASE}/vNN.0/…`;
    router.all(
        `${BASE}/:version{/*rest}`,
        answerRequest(server, unknown, (request) => serve(server, request, null))
    );
    return router;
}

function serve(server: LocalOrgServer, request: Request, resource: Resource | null): Answer {
    const answer = produceAnswer(server, request, resource);
    const headers = { 'Sforce-Limit-Info': server.usage.limitInfo, ...answer.headers };
    return { ...answer, headers };
}

function produceAnswer(server: LocalOrgServer, request: Request, resource: Resource | null): Answer {
    try {
        const call = readCall(server, request);
        if (!resource) throw notFound();
        const method = requestedMethod(request.method, call.query);
        const handler = resource.handlers[method as Method];
        if (!handler) throw methodNotAllowed(method, Object.keys(resource.handlers));
        return handler(call);
    } catch (error) {
        return errorAnswer(error);
    }
}

/** The resource's path with the object and field that the request names, and its values left out. */
function namePath({ path }: Resource, { params }: Request): string {
    const named = path.replace(/:(object|field)/g, (_, name: string) => String(params[name]));
    return `${BASE}/vNN.0${named}`;
}
