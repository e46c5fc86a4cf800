import { OAuthError } from '../oauthError.ts';

/** A refusal that the app itself hears of, at its registered callback. */
export class CallbackRefusal extends OAuthError {
    readonly redirectUri: string;
    readonly state: string | undefined;

    constructor(callback: { redirectUri: string; state: string | undefined }, error: string, description: string) {
        super(error, description);
        this.name = 'CallbackRefusal';
        this.redirectUri = callback.redirectUri;
        this.state = callback.state;
    }
}
