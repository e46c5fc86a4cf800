import { BadConfiguration, readConfig } from '../src/config.ts';
import { createTestKeys } from './support/startTestBridge.ts';

const good = {
    SESSION_SECRET: 'a secret of at least thirty-two characters',
    SALESFORCE_LOGIN_URL: 'https://login.salesforce.com/',
    SALESFORCE_CLIENT_ID: '3MVG9',
    SALESFORCE_USERNAME: 'bridge@example.com.br',
    SALESFORCE_PRIVATE_KEY_FILE: createTestKeys().privateKeyFile
};

const linesOf = (environment: Record<string, string>): string[] => {
    try {
        readConfig(environment);
        return [];
    } catch (error) {
        if (!(error instanceof BadConfiguration)) throw error;
        return error.message.split('\n').slice(1);
    }
};

test('reads a good configuration', () => {
    expect(readConfig({ ...good, ALLOWED_ORIGINS: 'https://a.example, https://b.example' })).toMatchObject({
        port: 4180,
        timeZone: 'America/Sao_Paulo',
        allowedOrigins: ['https://a.example', 'https://b.example'],
        asterisk: null,
        databaseUrl: null,
        salesforce: { loginUrl: 'https://login.salesforce.com' }
    });
});

test('an empty environment gets one line for every variable that is needed', () => {
    const lines = linesOf({});
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual([
        'SESSION_SECRET',
        'SALESFORCE_LOGIN_URL',
        'SALESFORCE_CLIENT_ID',
        'SALESFORCE_USERNAME',
        'SALESFORCE_PRIVATE_KEY_FILE'
    ]);
});

test.each([
    ['BRIDGE_PORT', '99999', '4180'],
    ['BRIDGE_PORT', 'http', '4180'],
    ['DATABASE_URL', 'mysql://x', 'postgres://'],
    ['TIME_ZONE', 'Brasilia', 'America/Sao_Paulo'],
    ['SESSION_SECRET', 'short', '32 characters'],
    ['SALESFORCE_LOGIN_URL', 'login', 'https://login.salesforce.com'],
    ['SALESFORCE_PRIVATE_KEY_FILE', '/nowhere/bridge.key', 'ENOENT'],
    ['SIMULATOR', 'yes', 'on']
])('%s=%s is refused, saying what a good value looks like', (variable, value, hint) => {
    const lines = linesOf({ ...good, [variable]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(variable);
    expect(lines[0]).toContain(hint);
});

test('a PBX without its secret is refused', () => {
    expect(linesOf({ ...good, AMI_HOST: 'pbx' })).toEqual([expect.stringContaining('AMI_SECRET')]);
});
