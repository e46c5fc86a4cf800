import { type Config, readConfig } from '../../src/config.ts';

export interface AmiLogin {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    readonly secret: string;
    readonly tls: boolean;
}

export interface AriLogin {
    readonly url: string;
    readonly username: string;
    readonly password: string;
}

/** Where the PBX's log of calls is; null: nowhere. */
export type CallLogPlace =
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'table'; readonly databaseUrl: string; readonly table: string }
    | null;

/** What is dialled, and where. */
export interface DialPlanPlace {
    readonly context: string;
    /** By a queue's name, the extension that leads to it; a queue whose name can be dialled needs none. */
    readonly queueExtensions: ReadonlyMap<string, string>;
    /** Such as `9{national}`. */
    readonly outboundNumber: string;
}

/** The PBX that the doctor looks at. */
export interface PbxPlace {
    readonly ami: AmiLogin;
    readonly ari: AriLogin | null;
    readonly dialPlan: DialPlanPlace;
    /** What the bridge presses to let everybody in. */
    readonly conferenceKeys: string;
    /** The channel variable with the protocol; null: none. */
    readonly protocolVariable: string | null;
    readonly callLog: CallLogPlace;
}

export interface DoctorInput {
    /** Null: the bridge follows no Asterisk. */
    readonly pbx: PbxPlace | null;
    readonly recordings: Config['recordings'];
    readonly browserSignIn: Config['browserSignIn'];
    readonly salesforce: Config['salesforce'];
    readonly mapping: Config['mapping'];
}

/** Reads the bridge's own environment. Throws BadConfiguration as the bridge does. */
export function readDoctorInput(environment: Readonly<Record<string, string | undefined>>): DoctorInput {
    const { asterisk, recordings, browserSignIn, salesforce, mapping } = readConfig(environment);
    return { pbx: asterisk && readPbx(asterisk), recordings, browserSignIn, salesforce, mapping };
}

const readPbx = (asterisk: NonNullable<Config['asterisk']>): PbxPlace => {
    const { host, port, username, secret, tls, ari, dialPlan, protocolVariable, callLog } = asterisk;
    return {
        ami: { host, port, username, secret, tls },
        ari,
        dialPlan,
        conferenceKeys: dialPlan.conferenceKeys,
        protocolVariable,
        callLog
    };
};
