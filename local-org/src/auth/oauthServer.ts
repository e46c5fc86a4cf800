import type { Org } from '../org.ts';
import type { ConnectedApp } from './connectedApp.ts';
import type { IdTokenSigner } from './idTokenSigner.ts';

/** What the OAuth endpoints work on. */
export interface OAuthServer {
    org: Org;
    /** `http://127.0.0.1:8611` */
    orgUrl: string;
    connectedApps: readonly ConnectedApp[];
    idTokenSigner: IdTokenSigner;
}

/** A form's fields, or a query's, each given once. */
export type Form = Partial<Record<string, string>>;
