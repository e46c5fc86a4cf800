import { createSignIn, type OrgUser } from '../../src/auth/signIn.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const ana: OrgUser = {
    id: '005ana',
    name: 'Ana Souza',
    extension: '1001',
    timeZone: 'America/Sao_Paulo',
    active: true
};
type Options = Parameters<typeof createSignIn>[0];

/** A sign-in in front of an org that holds what the browser writes. */
function setUp(user: OrgUser | null = ana, options: Partial<Options> = {}) {
    const handshakes = new Map<string, Parameters<Options['save']>[0]>();
    const records = new Map<string, { createdById: string; createdDate: string; nonce: string }>();
    const signIn = createSignIn({
        save: async (handshake) => void handshakes.set(handshake.id, handshake),
        take: async (id) => {
            const handshake = handshakes.get(id) ?? null;
            handshakes.delete(id);
            return handshake;
        },
        readRecord: async (recordId) => records.get(recordId) ?? null,
        removeRecord: async (recordId) => void records.delete(recordId),
        userById: async (id) => (id === user?.id ? user : null),
        now: () => now,
        ...options
    });
    const write = (nonce: string, createdDate = now.toISOString()) =>
        records.set('a00', { createdById: '005ana', createdDate, nonce });
    return { signIn, write, records };
}

test('who wrote the nonce into a record is signed in, and the record is removed', async () => {
    const { signIn, write, records } = setUp();
    const { handshakeId, nonce, proof } = await signIn.begin();
    write(nonce);
    expect(await signIn.complete({ handshakeId, proof, recordId: 'a00' })).toEqual({
        userId: '005ana',
        name: 'Ana Souza',
        extension: '1001',
        timeZone: 'America/Sao_Paulo'
    });
    expect(records.size).toBe(0);
});

test('a handshake is used once, also when it fails', async () => {
    const { signIn, write } = setUp();
    const { handshakeId, nonce, proof } = await signIn.begin();
    write(nonce);
    await expect(signIn.complete({ handshakeId, proof: 'guessed', recordId: 'a00' })).rejects.toMatchObject({
        status: 401
    });
    await expect(signIn.complete({ handshakeId, proof, recordId: 'a00' })).rejects.toMatchObject({ status: 401 });
});

test.each([
    ['with another nonce', 'something else', now.toISOString()],
    ['of another time', null, '2026-11-23T11:00:00.000Z']
])('a record %s is refused', async (_name, otherNonce, createdDate) => {
    const { signIn, write } = setUp();
    const { handshakeId, nonce, proof } = await signIn.begin();
    write(otherNonce ?? nonce, createdDate);
    await expect(signIn.complete({ handshakeId, proof, recordId: 'a00' })).rejects.toMatchObject({ status: 401 });
});

test.each([
    ['unknown', null, /ativo/],
    ['inactive', { ...ana, active: false }, /ativo/],
    ['without an extension', { ...ana, extension: null }, /ramal/]
])('a user who is %s is told why they cannot work', async (_name, user, reason) => {
    const { signIn, write } = setUp(user);
    const { handshakeId, nonce, proof } = await signIn.begin();
    write(nonce);
    await expect(signIn.complete({ handshakeId, proof, recordId: 'a00' })).rejects.toMatchObject({
        status: 403,
        message: expect.stringMatching(reason)
    });
});
