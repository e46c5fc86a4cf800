import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AsteriskConfig, asteriskVariables, missingAsteriskVariables, toAsterisk } from './asteriskConfig.ts';
import { type ContactCentre, contactCentreVariables, toContactCentre } from './contactCentre.ts';
import { DEFAULT_MAPPING, type Mapping } from './mapping/mapping.ts';
import { readMapping } from './mapping/readMapping.ts';
import {
    type BrowserSignInConfig,
    mismatchedRecordingsVariables,
    type RecordingsConfig,
    recordingsVariables,
    toBrowserSignIn,
    toRecordings
} from './recordingsConfig.ts';

const NO_PORT = 'must be a port such as 4180';
const port = (fallback: number) =>
    z.coerce.number(NO_PORT).int(NO_PORT).min(0, NO_PORT).max(65535, NO_PORT).default(fallback);
const url = (example: string) => z.url(`must be a URL such as ${example}`);
const required = (what: string) => z.string(`is missing: ${what}`).min(1, `is empty: ${what}`);
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));

const ORIGIN = /^https?:\/\/[\w.*-]+(:\d+)?$/;
const onOff = (fallback: 'on' | 'off') => z.enum(['on', 'off'], 'must be on or off').default(fallback);

const MIN_SECRET_LENGTH = 32;
const NO_SHARE = 'must be a percentage from 0 to 100 such as 10';
/** 24 to 64 bytes, as Standard Webhooks recommends. */
const WEBHOOK_SECRET = /^(whsec_)?(?:[A-Za-z0-9+/]{4}){8,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Every variable that the bridge reads, with what a good value looks like. */
const environmentSchema = z.object({
    BRIDGE_HOST: z.string().default('127.0.0.1'),
    BRIDGE_PORT: port(4180),
    PUBLIC_URL: url('https://bridge.example.com.br').optional(),
    ALLOWED_ORIGINS: list
        .refine(
            (origins) => origins.every((origin) => ORIGIN.test(origin)),
            'must be origins without a path, such as https://acme.lightning.force.com or https://*.lightning.force.com'
        )
        .default([]),
    DATABASE_URL: z
        .string()
        .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address such as postgres://bridge:secret@localhost/bridge')
        .optional(),
    DATA_DIR: z.string().default('.data/bridge'),
    TIME_ZONE: z
        .string()
        .refine(isTimeZone, 'must be an IANA time zone such as America/Sao_Paulo')
        .default('America/Sao_Paulo'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    SESSION_SECRET: required('at least 32 random characters, such as those of `openssl rand -base64 32`').min(
        MIN_SECRET_LENGTH,
        `must have at least ${MIN_SECRET_LENGTH} characters, such as those of \`openssl rand -base64 32\``
    ),
    SALESFORCE_LOGIN_URL: url('https://login.salesforce.com or your My Domain'),
    SALESFORCE_CLIENT_ID: required('the consumer key of the External Client App'),
    SALESFORCE_USERNAME: required("the integration user's username, such as bridge@example.com.br"),
    SALESFORCE_PRIVATE_KEY_FILE: required("the PEM file of the External Client App's private key"),
    MAPPING_FILE: z.string().optional(),
    API_RESERVE_PERCENT: z.coerce.number(NO_SHARE).min(0, NO_SHARE).max(100, NO_SHARE).default(10),
    ADMIN_TOKEN: z
        .string()
        .min(
            MIN_SECRET_LENGTH,
            `must have at least ${MIN_SECRET_LENGTH} characters, such as those of \`openssl rand -base64 32\``
        )
        .regex(/^[\x21-\x7E]+$/, 'must have no blanks')
        .optional(),
    ...asteriskVariables,
    WEBHOOK_SECRETS: list
        .refine(
            (secrets) => secrets.every((secret) => WEBHOOK_SECRET.test(secret)),
            'must be 24 to 64 random bytes in base64, with or without whsec_, such as those of `openssl rand -base64 32`; several are separated by spaces'
        )
        .default([]),
    SIMULATOR: onOff('off'),
    ...recordingsVariables,
    ...contactCentreVariables
});

export interface Config {
    readonly host: string;
    readonly port: number;
    /** Where browsers reach the bridge; null: where it listens. */
    readonly publicUrl: string | null;
    readonly allowedOrigins: readonly string[];
    readonly databaseUrl: string | null;
    readonly dataDir: string;
    readonly timeZone: string;
    readonly logLevel: string;
    readonly sessionSecret: string;
    readonly salesforce: { loginUrl: string; clientId: string; username: string; privateKeyPem: string };
    readonly mapping: Mapping;
    /** Share of the org's daily API requests that is left to everybody else, from 0 to 1. */
    readonly apiReserve: number;
    /** Lets in who runs the bridge; null: nobody. */
    readonly adminToken: string | null;
    readonly asterisk: AsteriskConfig | null;
    readonly webhookSecrets: readonly string[];
    readonly simulator: boolean;
    readonly recordings: RecordingsConfig;
    readonly browserSignIn: BrowserSignInConfig | null;
    /** Whose word on where a request comes from is taken: addresses, or `loopback`, `linklocal`, `uniquelocal`. */
    readonly trustedProxies: readonly string[];
    readonly contactCentre: ContactCentre;
}

/** The bridge must not start with this configuration; one line per variable says why. */
export class BadConfiguration extends Error {
    override readonly name = 'BadConfiguration';

    constructor(lines: readonly string[]) {
        super(['The bridge cannot start with this configuration:', ...lines.map((line) => `  ${line}`)].join('\n'));
    }
}

/** Reads the configuration from the environment. Throws BadConfiguration with every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
    const given = Object.fromEntries(
        Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
    );
    const parsed = environmentSchema.safeParse(given);
    const lines = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    lines.push(...missingAsteriskVariables(given), ...mismatchedRecordingsVariables(given));
    const privateKeyPem = readPrivateKey(given['SALESFORCE_PRIVATE_KEY_FILE'], lines);
    const mapping = readMappingFile(given['MAPPING_FILE'], lines);
    if (!parsed.success || lines.length > 0) throw new BadConfiguration(lines);

    const variables = parsed.data;
    return {
        host: variables.BRIDGE_HOST,
        port: variables.BRIDGE_PORT,
        publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
        allowedOrigins: variables.ALLOWED_ORIGINS,
        databaseUrl: variables.DATABASE_URL ?? null,
        dataDir: variables.DATA_DIR,
        timeZone: variables.TIME_ZONE,
        logLevel: variables.LOG_LEVEL,
        sessionSecret: variables.SESSION_SECRET,
        salesforce: {
            loginUrl: variables.SALESFORCE_LOGIN_URL.replace(/\/+$/, ''),
            clientId: variables.SALESFORCE_CLIENT_ID,
            username: variables.SALESFORCE_USERNAME,
            privateKeyPem
        },
        mapping,
        apiReserve: variables.API_RESERVE_PERCENT / 100,
        adminToken: variables.ADMIN_TOKEN ?? null,
        asterisk: toAsterisk(variables),
        webhookSecrets: variables.WEBHOOK_SECRETS,
        simulator: variables.SIMULATOR === 'on',
        recordings: toRecordings(variables),
        browserSignIn: toBrowserSignIn(variables),
        trustedProxies: variables.TRUSTED_PROXIES,
        contactCentre: toContactCentre(variables)
    };
}

function readPrivateKey(file: string | undefined, lines: string[]): string {
    if (!file) return '';
    try {
        const pem = readFileSync(file, 'utf8');
        if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
        lines.push(`SALESFORCE_PRIVATE_KEY_FILE ${file} is no RSA key: Salesforce's JWT bearer flow signs with RS256`);
        return '';
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        lines.push(
            `SALESFORCE_PRIVATE_KEY_FILE cannot be used (${reason}): give the PEM file of the External Client App's private key, without a passphrase`
        );
        return '';
    }
}

function readMappingFile(file: string | undefined, lines: string[]): Mapping {
    if (!file) return DEFAULT_MAPPING;
    try {
        const read = readMapping(readFileSync(file, 'utf8'));
        if (read.kind === 'read') return read.mapping;
        lines.push(...read.problems.map((problem) => `MAPPING_FILE ${problem}`));
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        lines.push(`MAPPING_FILE cannot be read (${reason}): give a JSON file such as the one in docs/mapping.md`);
    }
    return DEFAULT_MAPPING;
}

function isTimeZone(name: string): boolean {
    try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
        return false;
    }
}
