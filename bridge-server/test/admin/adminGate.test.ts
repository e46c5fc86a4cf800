import { createAdminGate } from '../../src/admin/adminGate.ts';
import { RequestRefused } from '../../src/contract/requestRefused.ts';

const TOKEN = 'a token of at least thirty-two characters'.replaceAll(' ', '-');
const HERE = '127.0.0.1';
let nowMs = 0;
beforeEach(() => (nowMs = 1_000_000));

const gate = (token: string | null = TOKEN) => createAdminGate({ token, now: () => nowMs });

/** The status with which somebody is turned away; null: let in. */
function statusOf(pass: () => void): number | null {
    try {
        pass();
        return null;
    } catch (error) {
        if (error instanceof RequestRefused) return error.status;
        throw error;
    }
}

test('lets in who brings the token', () => {
    expect(statusOf(() => gate()(TOKEN, HERE))).toBeNull();
});

test.each([null, '', TOKEN.slice(1), `${TOKEN}x`, TOKEN.toUpperCase(), 'ação'])('turns %j away', (bearer) => {
    expect(statusOf(() => gate()(bearer, HERE))).toBe(401);
});

test('without a token nobody is let in, and it says what to set', () => {
    expect(statusOf(() => gate(null)('', HERE))).toBe(404);
    expect(() => gate(null)('null', HERE)).toThrow(/ADMIN_TOKEN.*openssl rand/);
});

test('who guesses has to pause, also with the right token, and nobody else has', () => {
    const pass = gate();
    for (let guess = 0; guess < 10; guess++) expect(statusOf(() => pass(`guess ${guess}`, '10.0.0.9'))).toBe(401);
    expect(statusOf(() => pass('another', '10.0.0.9'))).toBe(429);
    expect(statusOf(() => pass(TOKEN, '10.0.0.9'))).toBe(429);
    expect(statusOf(() => pass(TOKEN, HERE))).toBeNull();
    nowMs += 60_000;
    expect(statusOf(() => pass(TOKEN, '10.0.0.9'))).toBeNull();
});

test('right tokens are not counted', () => {
    const pass = gate();
    for (let time = 0; time < 50; time++) pass(TOKEN, HERE);
    expect(statusOf(() => pass('wrong', HERE))).toBe(401);
});

test('guessing from ever new addresses is slowed down too', () => {
    const pass = gate();
    for (let host = 0; host < 10_000; host++) statusOf(() => pass('wrong', `10.0.${host}`));
    for (let host = 0; host < 10; host++) expect(statusOf(() => pass('wrong', `10.1.${host}`))).toBe(401);
    expect(statusOf(() => pass('wrong', '10.2.0'))).toBe(429);
});
