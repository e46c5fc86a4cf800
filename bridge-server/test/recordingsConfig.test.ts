import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfiguration, readConfig } from '../src/config.ts';

const privateKeyFile = join(mkdtempSync(join(tmpdir(), 'recordings-config-')), 'bridge.key');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(privateKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

const good = {
    SESSION_SECRET: 'a secret of at least thirty-two characters',
    SALESFORCE_LOGIN_URL: 'https://login.salesforce.com/',
    SALESFORCE_CLIENT_ID: '3MVG9',
    SALESFORCE_USERNAME: 'bridge@example.com.br',
    SALESFORCE_PRIVATE_KEY_FILE: privateKeyFile
};

const read = (variables: Record<string, string> = {}) => readConfig({ ...good, ...variables });

const linesOf = (variables: Record<string, string>): string[] => {
    try {
        read(variables);
        return [];
    } catch (error) {
        if (!(error instanceof BadConfiguration)) throw error;
        return error.message.split('\n').slice(1);
    }
};

test('without variables recordings are kept for 90 days, and come from wherever the telephony sides have them', () => {
    expect(read().recordings).toEqual({
        storeDir: '.data/recording-store',
        retentionDays: 90,
        deleteAtSource: false,
        maxBytes: 1024 * 1024 * 1024,
        folder: null,
        s3: null,
        urlHosts: [],
        urlAuthorization: null
    });
    expect(read().browserSignIn).toBeNull();
    expect(read().trustedProxies).toEqual(['loopback']);
});

test('every variable has its place', () => {
    const { recordings, browserSignIn, trustedProxies } = read({
        RECORDING_STORE_DIR: '/var/lib/recordings',
        RECORDING_RETENTION_DAYS: '180',
        RECORDING_DELETE_AT_SOURCE: 'on',
        RECORDING_MAX_MB: '2',
        RECORDINGS_DIR: '/var/spool/asterisk/recording',
        S3_BUCKET: 'acme-recordings',
        S3_REGION: 'sa-east-1',
        S3_ENDPOINT: 'https://minio.acme.com.br',
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 'secret',
        S3_PATH_STYLE: 'on',
        S3_KEY: 'calls/{name}.{format}',
        RECORDING_URL_HOSTS: 'Media.Vendor.com, *.vendor.com:8443 10.0.0.5:8443 [fd00::5]',
        RECORDING_URL_AUTHORIZATION: 'Bearer abc',
        SIGN_IN_CLIENT_ID: '3MVG9people',
        SIGN_IN_CLIENT_SECRET: 'people',
        TRUSTED_PROXIES: 'loopback 10.0.0.0/8,fd00::1'
    });
    expect(recordings).toEqual({
        storeDir: '/var/lib/recordings',
        retentionDays: 180,
        deleteAtSource: true,
        maxBytes: 2 * 1024 * 1024,
        folder: '/var/spool/asterisk/recording',
        s3: {
            bucket: 'acme-recordings',
            region: 'sa-east-1',
            endpoint: 'https://minio.acme.com.br',
            credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
            pathStyle: true,
            key: 'calls/{name}.{format}'
        },
        urlHosts: ['media.vendor.com', '*.vendor.com:8443', '10.0.0.5:8443', '[fd00::5]'],
        urlAuthorization: 'Bearer abc'
    });
    expect(browserSignIn).toEqual({ clientId: '3MVG9people', clientSecret: 'people' });
    expect(trustedProxies).toEqual(['loopback', '10.0.0.0/8', 'fd00::1']);
});

test('a bucket alone is one of Amazon, with the keys that the SDK finds', () => {
    expect(read({ S3_BUCKET: 'acme' }).recordings.s3).toEqual({
        bucket: 'acme',
        region: 'us-east-1',
        endpoint: null,
        credentials: null,
        pathStyle: false,
        key: '{name}.{format}'
    });
});

test('fewer than 90 days are refused, unless they are forced', () => {
    expect(linesOf({ RECORDING_RETENTION_DAYS: '89' })).toEqual([expect.stringContaining('Decreto 11.034/2022')]);
    expect(linesOf({ RECORDING_RETENTION_DAYS: '90' })).toEqual([]);
    expect(read({ RECORDING_RETENTION_DAYS: '30', RECORDING_RETENTION_FORCE: 'on' }).recordings.retentionDays).toBe(30);
});

test.each([
    ['RECORDING_RETENTION_DAYS', '0', 'number of days'],
    ['RECORDING_RETENTION_DAYS', 'ninety', 'number of days'],
    ['RECORDING_RETENTION_DAYS', '90.5', 'number of days'],
    ['RECORDING_RETENTION_FORCE', 'yes', 'on or off'],
    ['RECORDING_DELETE_AT_SOURCE', 'true', 'on or off'],
    ['RECORDING_MAX_MB', '0', 'megabytes'],
    ['S3_BUCKET', 'Acme_Recordings', 'name of a bucket'],
    ['RECORDING_URL_HOSTS', 'https://media.vendor.com', 'without https://'],
    ['RECORDING_URL_HOSTS', 'media.vendor.com/recordings', 'without a path'],
    ['RECORDING_URL_HOSTS', 'user@media.vendor.com', 'must be hosts'],
    ['RECORDING_URL_HOSTS', '*', 'must be hosts'],
    ['RECORDING_URL_HOSTS', '*.*.com', 'must be hosts'],
    ['RECORDING_URL_HOSTS', '10.0.0.0/8', 'must be hosts'],
    ['RECORDING_URL_HOSTS', '*.10.0.0.5', 'must be hosts'],
    ['RECORDING_URL_HOSTS', '10.0.0.999', 'must be hosts'],
    ['RECORDING_URL_HOSTS', 'media.vendor.com:99999', 'must be hosts'],
    ['TRUSTED_PROXIES', 'nginx', 'must be addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/40', 'must be addresses']
])('%s=%s is refused with what a good value looks like', (variable, value, hint) => {
    expect(linesOf({ [variable]: value })).toEqual([expect.stringMatching(new RegExp(`${variable} .*${hint}`))]);
});

test.each([
    [{ S3_BUCKET: 'acme', S3_ENDPOINT: 'ftp://minio' }, 'S3_ENDPOINT must be a URL'],
    [{ S3_BUCKET: 'acme', S3_KEY: 'recording.wav' }, 'S3_KEY must contain {name}'],
    [{ S3_BUCKET: 'acme', S3_KEY: '{name}.{formato}' }, 'S3_KEY must contain {name}'],
    [{ S3_BUCKET: 'acme', S3_ACCESS_KEY_ID: 'id' }, 'belong together'],
    [{ S3_BUCKET: 'acme', S3_SECRET_ACCESS_KEY: 'hush' }, 'belong together'],
    [{ S3_ENDPOINT: 'https://minio' }, 'S3_BUCKET is missing'],
    [{ RECORDING_URL_AUTHORIZATION: 'Bearer hush' }, 'RECORDING_URL_HOSTS is missing'],
    [{ RECORDING_URL_HOSTS: 'a.com', RECORDING_URL_AUTHORIZATION: 'Bearer\nhush' }, 'must be a header value'],
    [{ SIGN_IN_CLIENT_SECRET: 'hush' }, 'SIGN_IN_CLIENT_ID is missing'],
    [{ RECORDINGS_DIR: '.data/recording-store/' }, 'overlap'],
    [{ RECORDINGS_DIR: '/var/spool', RECORDING_STORE_DIR: '/var/spool/store' }, 'overlap'],
    [{ RECORDINGS_DIR: '/var/store/spool', RECORDING_STORE_DIR: '/var/store' }, 'overlap']
])('%j is refused, and no secret is told', (variables, hint) => {
    const lines = linesOf(variables);
    expect(lines).toEqual([expect.stringContaining(hint)]);
    expect(lines.join()).not.toMatch(/hush/);
});

test('folders whose names begin the same do not overlap', () => {
    expect(linesOf({ RECORDINGS_DIR: '/var/store-2', RECORDING_STORE_DIR: '/var/store' })).toEqual([]);
    expect(linesOf({ RECORDINGS_DIR: '/var/store/..x', RECORDING_STORE_DIR: '/var/y' })).toEqual([]);
});
