/** `GET /session`: who is signed in to the org, and where the bridge is. */
export interface ConsoleSession {
    readonly userId: string;
    readonly name: string;
    readonly username: string;
    readonly bridgeUrl: string;
}

declare global {
    interface Window {
        /** Set before the app loads: modules such as `@salesforce/user/Id` read it when they are evaluated. */
        consoleSession: ConsoleSession;
    }
}
