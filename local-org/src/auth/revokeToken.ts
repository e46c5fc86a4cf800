import { OAuthError } from './oauthError.ts';
import type { OAuthServer } from './oauthServer.ts';
import { findApproval, revokeApproval } from './refreshTokens.ts';
import { endSession } from './sessions.ts';

/**
 * Ends an access token, or a refresh token and every access token opened with it. Whoever holds a token may end it.
 *
 * @throws OAuthError unsupported_token_type without a token, invalid_token for one that is not live
 */
export function revokeToken({ org }: OAuthServer, token: string | undefined): void {
    if (!token) throw new OAuthError('unsupported_token_type', 'this token type is not supported');
    const approval = findApproval(org, token);
    if (approval) revokeApproval(org, approval.id);
    else if (!endSession(org, token)) throw new OAuthError('invalid_token', 'invalid token');
}
