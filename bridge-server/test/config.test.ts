import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfiguration, readConfig } from '../src/config.ts';
import { DEFAULT_MAPPING } from '../src/mapping/mapping.ts';
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

test('what a contact centre decides has Brazilian defaults, and is read in the order in which it is shown', () => {
    expect(readConfig(good).contactCentre).toEqual({
        pauseReasons: ['Almoço', 'Descanso', 'Banheiro', 'Treinamento', 'Reunião'],
        contactReasons: ['Dúvida', 'Solicitação', 'Reclamação', 'Cancelamento', 'Elogio', 'Outros'],
        wrapUpSeconds: 60,
        autoPauseAfterMissed: 3
    });
    const own = {
        PAUSE_REASONS: 'Café;  Almoço ;',
        CONTACT_REASONS: 'Segunda via',
        WRAP_UP_SECONDS: '0',
        AUTO_PAUSE_AFTER_MISSED: '0'
    };
    expect(readConfig({ ...good, ...own }).contactCentre).toEqual({
        pauseReasons: ['Café', 'Almoço'],
        contactReasons: ['Segunda via'],
        wrapUpSeconds: 0,
        autoPauseAfterMissed: 0
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
    ['BRIDGE_PORT', '-1', '4180'],
    ['BRIDGE_PORT', '1.5', '4180'],
    ['ALLOWED_ORIGINS', 'https://acme.lightning.force.com/', 'without a path'],
    ['DATABASE_URL', 'mysql://x', 'postgres://'],
    ['TIME_ZONE', 'Brasilia', 'America/Sao_Paulo'],
    ['SESSION_SECRET', 'short', '32 characters'],
    ['SALESFORCE_LOGIN_URL', 'login', 'https://login.salesforce.com'],
    ['SALESFORCE_PRIVATE_KEY_FILE', '/nowhere/bridge.key', 'ENOENT'],
    ['SIMULATOR', 'yes', 'on or off'],
    ['MAPPING_FILE', '/nowhere/mapping.json', 'ENOENT'],
    ['WEBHOOK_SECRETS', 'a-secret', 'base64'],
    ['PAUSE_REASONS', ' ; ', 'such as Almoço; Descanso'],
    ['PAUSE_REASONS', 'Almoço; Pausa; Almoço', 'none of them twice'],
    ['PAUSE_REASONS', 'Almoço\nPausa', 'on one line'],
    ['CONTACT_REASONS', `Dúvida; ${'x'.repeat(81)}`, 'at most 80 characters'],
    ['WRAP_UP_SECONDS', '3601', 'from 0 (no wrap-up) to 3600'],
    ['WRAP_UP_SECONDS', 'um minuto', 'such as 60'],
    ['AUTO_PAUSE_AFTER_MISSED', '-1', 'from 0 (never) to 100'],
    ['AUTO_PAUSE_AFTER_MISSED', '2.5', 'such as 3']
])('%s=%s is refused, saying what a good value looks like', (variable, value, hint) => {
    const lines = linesOf({ ...good, [variable]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(variable);
    expect(lines[0]).toContain(hint);
});

test('takes private keys in either of the usual PEM forms, and nothing else', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const write = (name: string, content: string | Buffer) => {
        const file = join(mkdtempSync(join(tmpdir(), 'bridge-keys-')), name);
        writeFileSync(file, content);
        return { ...good, SALESFORCE_PRIVATE_KEY_FILE: file };
    };
    expect(linesOf(write('pkcs1.pem', privateKey.export({ type: 'pkcs1', format: 'pem' })))).toEqual([]);
    expect(linesOf(write('pkcs8.pem', privateKey.export({ type: 'pkcs8', format: 'pem' })))).toEqual([]);
    expect(linesOf(write('text.pem', 'not a key'))).toEqual([expect.stringContaining('PEM')]);
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
        type: 'pkcs8',
        format: 'pem'
    });
    expect(linesOf(write('elliptic.pem', elliptic))).toEqual([expect.stringContaining('RSA')]);
});

describe('a mapping file', () => {
    const withMapping = (content: string) => {
        const file = join(mkdtempSync(join(tmpdir(), 'bridge-mapping-')), 'mapping.json');
        writeFileSync(file, content);
        return { ...good, MAPPING_FILE: file };
    };

    test('is read', () => {
        const { mapping } = readConfig(
            withMapping('{"case": {"origin": "Telefone"}, "agent": {"userField": "Ramal__c"}}')
        );
        expect(mapping).toMatchObject({
            case: { origin: 'Telefone', protocolField: 'CallProtocol__c' },
            agent: { userField: 'Ramal__c' }
        });
    });

    test('may be left out', () => {
        expect(readConfig(good).mapping).toEqual(DEFAULT_MAPPING);
    });

    test('gets one line for every problem, with where it is', () => {
        expect(linesOf(withMapping('{"case": {"orign": "Phone"}, "caller": {"leads": 1}}'))).toEqual([
            '  MAPPING_FILE case.orign is no key of the mapping: did you mean case.origin?',
            '  MAPPING_FILE caller.leads must be true or false'
        ]);
    });

    test('that is no JSON is told by line and column', () => {
        expect(linesOf(withMapping('{\n  "case": {\n    origin: "Phone"\n  }\n}'))).toEqual([
            '  MAPPING_FILE is no JSON: invalid symbol at line 3, column 5'
        ]);
    });

    test('its problems come with those of the variables', () => {
        expect(linesOf({ ...withMapping('[]'), SIMULATOR: 'yes' })).toHaveLength(2);
    });
});

test('a PBX without its secret is refused', () => {
    expect(linesOf({ ...good, AMI_HOST: 'pbx' })).toEqual([expect.stringContaining('AMI_SECRET')]);
});

describe('an Asterisk', () => {
    const asterisk = { ...good, AMI_HOST: '10.0.0.5', AMI_SECRET: 'a secret' };

    test('has the dial plan of FreePBX where nothing else is said', () => {
        const read = readConfig(asterisk).asterisk;
        expect(read).toMatchObject({
            port: 5038,
            ari: null,
            agentInterface: 'PJSIP/{extension}',
            dialPlan: { context: 'from-internal', outboundNumber: '{national}', internationalNumber: '00{e164}' },
            queueLogin: [],
            protocolVariable: null,
            callLog: null
        });
        expect(read?.answerMethodOf('1001')).toBe('notify-talk');
    });

    test('is read with everything that can be said of it', () => {
        const read = readConfig({
            ...asterisk,
            ARI_URL: 'http://10.0.0.5:8088/',
            ARI_PASSWORD: 'another',
            ANSWER_METHOD: 'phone-only',
            ANSWER_METHODS: '1001=notify-talk, 2001=webrtc',
            QUEUE_EXTENSIONS: 'suporte=4001 vendas=4002',
            OUTBOUND_NUMBER: '9{e164}',
            QUEUE_LOGIN: 'suporte,vendas',
            PROTOCOL_VARIABLE: 'PROTOCOLO',
            CEL_DATABASE_URL: 'postgres://pbx/asterisk'
        }).asterisk;
        expect(read).toMatchObject({
            ari: { url: 'http://10.0.0.5:8088', username: 'bridge', password: 'another' },
            dialPlan: {
                queueExtensions: new Map([
                    ['suporte', '4001'],
                    ['vendas', '4002']
                ]),
                outboundNumber: '9{e164}'
            },
            queueLogin: ['suporte', 'vendas'],
            protocolVariable: 'PROTOCOLO',
            callLog: { kind: 'table', databaseUrl: 'postgres://pbx/asterisk', table: 'cel' }
        });
        expect(['1001', '2001', '1002'].map((agent) => read?.answerMethodOf(agent))).toEqual([
            'notify-talk',
            'webrtc',
            'phone-only'
        ]);
    });

    test.each([
        ['ARI_URL', 'http://10.0.0.5:8088', 'ARI_PASSWORD is missing'],
        ['ANSWER_METHOD', 'magic', 'notify-talk'],
        ['ANSWER_METHODS', '1001=magic', '1005=phone-only'],
        ['AGENT_INTERFACE', 'PJSIP/1001', '{extension}'],
        ['DIAL_CONTEXT', 'from internal', 'from-internal'],
        ['QUEUE_EXTENSIONS', 'suporte', 'suporte=4001'],
        ['OUTBOUND_NUMBER', '9', '{national}'],
        ['CONFERENCE_KEYS', 'três', '*3'],
        ['PROTOCOL_VARIABLE', '2x', 'PROTOCOLO'],
        ['CEL_DATABASE_URL', 'mysql://pbx', 'postgres://'],
        ['CEL_TABLE', 'cel; DROP', 'cel']
    ])('%s=%s is refused, saying what a good value looks like', (variable, value, hint) => {
        expect(linesOf({ ...asterisk, [variable]: value }).join('\n')).toContain(hint);
    });

    test('its log of calls is read from one place', () => {
        const both = { ...asterisk, CEL_FILE: '/var/log/cel.csv', CEL_DATABASE_URL: 'postgres://pbx/asterisk' };
        expect(linesOf(both).join('\n')).toContain('one of them');
    });
});
