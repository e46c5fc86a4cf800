import { ADMINISTRATOR_PROFILE } from '../access/profiles.ts';
import type { ConnectedApp } from './connectedApp.ts';

export interface PeopleAppOptions {
    /** The app's consumer key. */
    clientId: string;
    /** Its consumer secret, where people's apps must show one. */
    clientSecret?: string;
    /** Where its web-server flow may lead. */
    callbackUrls: readonly string[];
}

/** Who may sign in to hear recordings beside administrators. */
const PERMISSION_SETS = ['SoftphoneAgent', 'SoftphoneRecordings', 'SoftphoneSupervisor'];

/** The app by which people sign in at the bridge with a browser, set up as docs/salesforce.md has it. */
export function peopleApp({ clientId, clientSecret, callbackUrls }: PeopleAppOptions): ConnectedApp {
    return {
        clientId,
        name: 'Softphone: gravações',
        scopes: ['api', 'id'],
        callbackUrls,
        permittedUsers: {
            kind: 'adminApproved',
            profiles: [ADMINISTRATOR_PROFILE],
            permissionSets: PERMISSION_SETS
        },
        ...(clientSecret ? { clientSecret } : {})
    };
}
