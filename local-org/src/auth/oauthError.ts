/** A refusal of the token endpoint, in Salesforce's words: HTTP 400 with `error` and `error_description`. */
export class OAuthError extends Error {
    readonly error: string;
    readonly description: string;

    constructor(error: string, description: string) {
        super(`${error}: ${description}`);
        this.name = 'OAuthError';
        this.error = error;
        this.description = description;
    }
}
