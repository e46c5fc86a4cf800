import type { Request } from 'express';
import type { LoginDecision } from '../auth/authorize/answerAuthorize.ts';
import { readPostedFields } from './readOAuthForm.ts';

/** What the login page's form says: taken from that form, never from a link or from a page elsewhere. */
export function readLoginDecision(request: Request): LoginDecision | null {
    const fields = readPostedFields(request);
    const choice = fields.get('decision');
    if (choice === null || isFromElsewhere(request)) return null;
    return { choice, username: fields.get('username') ?? undefined };
}

/** Browsers name the origin of the page that posts a form; other programs name none. */
function isFromElsewhere(request: Request): boolean {
    const origin = request.get('origin');
    return origin !== undefined && origin !== `${request.protocol}://${request.get('host')}`;
}
