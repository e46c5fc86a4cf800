import { createBrowserSignIn } from '../../src/auth/browserSignIn.ts';

const signInOf = (user: { name: string; active: boolean } | null) =>
    createBrowserSignIn({
        secret: 'a secret of at least thirty-two characters',
        authorizeUrl: ({ state }) => state,
        exchangeCode: async () => ({ kind: 'taken', userId: '005000000000001AAA', accessToken: 'token' }),
        userById: async () => user,
        now: () => new Date()
    });

test.each([
    [
        { name: 'Ana', active: true },
        { kind: 'signedIn', returnPath: '/recordings/P' }
    ],
    [
        { name: 'Ana', active: false },
        { kind: 'refused', reason: 'user-unknown' }
    ],
    [null, { kind: 'refused', reason: 'user-unknown' }]
])('whom the bridge knows as %j comes in, or does not', async (user, outcome) => {
    const signIn = signInOf(user);
    const { url: state, cookie } = await signIn.begin('/recordings/P', false);
    expect(await signIn.complete({ state, code: 'code', error: null }, cookie)).toMatchObject(outcome);
});
