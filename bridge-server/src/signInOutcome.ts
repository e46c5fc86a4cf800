/**
 * Why somebody who went to the org's page to sign in is not signed in.
 * - `attempt-unknown`: this browser began no such attempt, or too long ago, or it is used up
 * - `denied`: the person said no
 * - `not-permitted`: the org does not let this user near the app
 * - `code-refused`: Salesforce does not take the code
 * - `foreign-org`: the user is of another org than the bridge
 * - `user-unknown`: the bridge does not see the user, or the user is not active
 */
export type SignInRefusal =
    'attempt-unknown' | 'denied' | 'not-permitted' | 'code-refused' | 'foreign-org' | 'user-unknown';

/** What became of a code: whom it stands for, and the token that speaks for them. */
export type CodeOutcome =
    | { readonly kind: 'taken'; readonly userId: string; readonly accessToken: string }
    | { readonly kind: 'refused'; readonly reason: 'code-refused' | 'foreign-org' };
