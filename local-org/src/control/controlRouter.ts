import { json, Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { fullName } from '../auth/describeIdentity.ts';
import { findUserByName } from '../auth/findUserByName.ts';
import { openSession } from '../auth/sessions.ts';
import { parseFault } from '../faults/parseFault.ts';
import type { LocalOrgServer } from '../http/localOrgServer.ts';

/**
 * Routes under `/_org` that Salesforce does not have: how tests and the demo take hold of the org. What they refuse,
 * they refuse as `{ error }`.
 */
export function controlRouter(server: LocalOrgServer): Router {
    const router = Router();
    router.use(json());
    router.post('/login', (request, response) => logIn(server, request, response));
    router
        .route('/calls')
        .get((_request, response) => void response.json(server.ledger.summarize()))
        .delete((_request, response) => {
            server.ledger.clear();
            response.sendStatus(204);
        });
    router
        .route('/faults')
        .get((_request, response) => void response.json({ faults: server.faults.pending, spent: server.faults.spent }))
        .post((request, response) => scheduleFault(server, request, response))
        .delete((_request, response) => {
            server.faults.clear();
            response.sendStatus(204);
        });
    router.use((request, response) => {
        const error = `There is no ${request.method} ${request.originalUrl}; local-org/README.md lists the control routes.`;
        response.status(404).json({ error });
    });
    router.use(refuseBody);
    return router;
}

/** What is no JSON. */
const refuseBody: ErrorRequestHandler = (error, _request, response, next) => {
    const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
    if (typeof status !== 'number' || status >= 500) return next(error);
    response.status(status).json({ error: `The body can not be read: ${error.message}` });
};

/** Stands for a user's login in the browser: no password, because only this machine can ask. */
function logIn({ org, orgUrl }: LocalOrgServer, request: Request, response: Response): void {
    const username: unknown = request.body?.username;
    const user = typeof username === 'string' ? findUserByName(org, username) : undefined;
    if (!user?.IsActive) {
        response.status(404).json({ error: `No active user has the username ${JSON.stringify(username ?? null)}.` });
        return;
    }
    response.json({
        accessToken: openSession(org, user),
        instanceUrl: orgUrl,
        userId: user.Id,
        name: fullName(org, user)
    });
}

function scheduleFault({ faults }: LocalOrgServer, request: Request, response: Response): void {
    try {
        faults.schedule(parseFault(request.body));
        response.sendStatus(204);
    } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        response.status(400).json({ error: error.message });
    }
}
