import { z } from 'zod';
import { createSealed } from '../../src/auth/sealed.ts';

const SECRET = 'a secret of at least thirty-two characters';
let minute = 0;
const sealedFor = (purpose: string, secret = SECRET) =>
    createSealed({
        secret,
        purpose,
        content: z.object({ word: z.string() }),
        lifeMs: 60_000,
        now: () => new Date(1_800_000_000_000 + minute * 60_000)
    });
beforeEach(() => {
    minute = 0;
});

test('opens to what was sealed, on every replica with the secret', async () => {
    const { text, expiresAt } = await sealedFor('a').seal({ word: 'segredo' });
    expect(await sealedFor('a').open(text)).toEqual({ value: { word: 'segredo' }, expiresAt });
    expect(Buffer.from(text.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain('segredo');
});

test('is over after its time', async () => {
    const { text } = await sealedFor('a').seal({ word: 'x' });
    minute = 0.9;
    expect(await sealedFor('a').open(text)).not.toBeNull();
    minute = 1;
    expect(await sealedFor('a').open(text)).toBeNull();
});

test('opens for no other purpose, with no other secret, and not when it was changed', async () => {
    const { text } = await sealedFor('a').seal({ word: 'x' });
    const middle = text.length - 30;
    const changed = `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
    expect(await sealedFor('b').open(text)).toBeNull();
    expect(await sealedFor('a', `${SECRET}!`).open(text)).toBeNull();
    expect(await sealedFor('a').open(changed)).toBeNull();
    expect(await sealedFor('a').open('')).toBeNull();
});
