import type { AuditEntry } from '../contract/recordingsAdmin.ts';

/** Whether a user's own token reads a Case. `apiOff`: the org lets this user use no API. */
export type OwnReading = 'readable' | 'notReadable' | 'signedOut' | 'apiOff';

/** From where somebody asks. */
export interface Asker {
    /** The client's, behind proxies that are trusted. */
    readonly address: string | null;
    readonly userAgent: string | null;
}

/** What somebody shows to be let in. */
export interface Credential {
    readonly kind: 'ticket' | 'session';
    /** As it was sent: a ticket, or a session's cookie. */
    readonly text: string;
}

export interface ListeningRequest {
    /** As it stands in the address. */
    readonly protocol: string;
    /** Null: all of the call's recordings. */
    readonly part: number | null;
    readonly credential: Credential;
    readonly asker: Asker;
    /** `look`: without the audio itself, and so not noted as heard. */
    readonly purpose: 'hear' | 'save' | 'look';
}

/** A recording that somebody may hear now. */
export interface HeardRecording {
    readonly kind: 'audio';
    /** Absolute. */
    readonly path: string;
    readonly bytes: number;
    readonly contentType: string;
    /** By which it is saved: protocol, part and format. */
    readonly fileName: string;
}

/** One of several recordings of a call. */
export interface HeardPart {
    readonly part: number;
    readonly durationMs: number | null;
    readonly playable: boolean;
}

export interface HeardParts {
    readonly kind: 'parts';
    readonly protocol: string;
    /** The name of who hears them. */
    readonly who: string;
    readonly parts: readonly HeardPart[];
}

export type AuditVia = AuditEntry['via'];
