/** What the softphone is translated into, as BCP 47 tags. What the page itself shows is in Portuguese. */
export const LANGUAGES = ['pt-BR', 'en-US', 'es'] as const;

/** `GET /session`: who is signed in to the org, and where the bridge is. */
export interface SignedIn {
    readonly userId: string;
    readonly name: string;
    readonly username: string;
    readonly bridgeUrl: string;
}

export interface ConsoleSession extends SignedIn {
    /** The user's, as `@salesforce/i18n/lang` and `locale` say it. */
    readonly language: (typeof LANGUAGES)[number];
}

declare global {
    interface Window {
        /** Set before the app loads: modules such as `@salesforce/user/Id` read it when they are evaluated. */
        consoleSession: ConsoleSession;
    }
}
