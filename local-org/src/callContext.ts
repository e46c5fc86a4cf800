import type { UserAccess } from './access/userAccess.ts';

/** `Sforce-Auto-Assign`: what the caller said about assignment rules, or that it said nothing. */
export type AutoAssign = 'notSaid' | 'run' | 'skip';

/** Who calls, by which API version, and what the request's headers ask of a write. */
export interface CallContext {
    /** `66.0` */
    apiVersion: string;
    access: UserAccess;
    autoAssign: AutoAssign;
    /** The request's body as it was sent, to say where in it a value is wrong. */
    requestJson?: string;
}
