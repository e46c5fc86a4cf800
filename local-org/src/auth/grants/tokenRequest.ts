import type { Form } from '../oauthServer.ts';

/** A form posted to `/services/oauth2/token`, with the Authorization header when there was one. */
export interface TokenRequest {
    form: Form;
    authorization: string | undefined;
}
