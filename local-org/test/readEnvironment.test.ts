import { readEnvironment } from '../src/readEnvironment.ts';

const key = { ORG_JWT_PUBLIC_KEY_FILE: import.meta.filename };

describe('the environment', () => {
    it('gives port 8611, the bridge’s client id and no data folder unless it says otherwise', () => {
        expect(readEnvironment(key)).toEqual({
            port: 8611,
            clientId: 'softphone-bridge',
            publicKeyPem: expect.stringContaining('describe')
        });
    });

    it('sets up client credentials and callbacks', () => {
        const environment = {
            ...key,
            ORG_CLIENT_SECRET: 'secret',
            ORG_RUN_AS: 'admin@local.org',
            ORG_CALLBACK_URLS: 'http://localhost:3000/callback  painel:/callback'
        };
        expect(readEnvironment(environment)).toMatchObject({
            clientSecret: 'secret',
            runAs: 'admin@local.org',
            callbackUrls: ['http://localhost:3000/callback', 'painel:/callback']
        });
    });

    it('sets up the app for people', () => {
        const environment = {
            ...key,
            ORG_PEOPLE_CLIENT_ID: 'people',
            ORG_PEOPLE_CALLBACK_URLS: 'http://127.0.0.1:4180/auth/callback'
        };
        expect(readEnvironment(environment)).toMatchObject({
            people: { clientId: 'people', callbackUrls: ['http://127.0.0.1:4180/auth/callback'] }
        });
    });

    it('switches features on', () => {
        expect(readEnvironment({ ...key, ORG_FEATURES: 'PersonAccounts' })).toMatchObject({
            features: ['PersonAccounts']
        });
    });

    it('takes a certificate and its key for HTTPS', () => {
        const file = import.meta.filename;
        const { tls } = readEnvironment({ ...key, ORG_TLS_CERT_FILE: file, ORG_TLS_KEY_FILE: file });
        expect(tls).toEqual({ cert: expect.stringContaining('describe'), key: expect.stringContaining('describe') });
    });

    it('is refused with a line for each variable that will not do', () => {
        const read = () => readEnvironment({ ORG_PORT: 'high', ORG_JWT_PUBLIC_KEY_FILE: '/nowhere.pem' });
        expect(read).toThrow(/^ORG_PORT is "high"; .*\nORG_JWT_PUBLIC_KEY_FILE is "\/nowhere.pem", .*$/);
    });

    it.each([
        [{ ORG_RUN_AS: 'admin@local.org' }, /^ORG_RUN_AS is set without ORG_CLIENT_SECRET/],
        [{ ORG_JWT_PUBLIC_KEY_FILE: '' }, /^ORG_JWT_PUBLIC_KEY_FILE is not set/],
        [{ ORG_TLS_KEY_FILE: import.meta.filename }, /^One of ORG_TLS_CERT_FILE and ORG_TLS_KEY_FILE is set/],
        [{ ORG_FEATURES: 'PersonAccounts Communities' }, /^ORG_FEATURES holds "Communities"; give features/],
        [{ ORG_PEOPLE_CLIENT_ID: 'people' }, /^One of ORG_PEOPLE_CLIENT_ID and ORG_PEOPLE_CALLBACK_URLS is set/],
        [{ ORG_PEOPLE_CALLBACK_URLS: 'callback' }, /^ORG_PEOPLE_CALLBACK_URLS holds "callback"; give full URLs/],
        [{ ORG_CALLBACK_URLS: 'callback' }, /^ORG_CALLBACK_URLS holds "callback"; give full URLs/],
        [{ ORG_CALLBACK_URLS: 'http://localhost/#here' }, /^ORG_CALLBACK_URLS holds "http:\/\/localhost\/#here"/]
    ])('is refused for %j', (environment, message) => {
        expect(() => readEnvironment({ ...key, ...environment })).toThrow(message);
    });
});
