import { isAbsolute, relative, resolve, sep } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { readUrlHost } from './recordings/sources/urlHosts.ts';

/** Decreto 11.034/2022, art. 12: recordings of a call centre are kept for at least 90 days. */
export const LEAST_RETENTION_DAYS = 90;

/** Where recordings come from, how long they are kept, and how people sign in to hear one. */
export interface RecordingsConfig {
    /** The bridge's own store. */
    readonly storeDir: string;
    readonly retentionDays: number;
    /** Whether deleting a recording also deletes it where it came from. */
    readonly deleteAtSource: boolean;
    readonly maxBytes: number;
    /** Where the PBX leaves its recordings as `name.format`; null: nowhere that the bridge can look. */
    readonly folder: string | null;
    readonly s3: S3Config | null;
    /** Hosts, `*.example.com` for those below one, at which a telephony side may serve its recordings; with a port where it is not 443. */
    readonly urlHosts: readonly string[];
    /** Sent to these hosts as `Authorization`; null: nothing. */
    readonly urlAuthorization: string | null;
}

export interface S3Config {
    readonly bucket: string;
    readonly region: string;
    /** Null: Amazon's own. */
    readonly endpoint: string | null;
    /** Null: as the AWS SDK finds them in its surroundings. */
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
    /** Whether the bucket stands in the path, and not in the host's name. */
    readonly pathStyle: boolean;
    /** The object's key; `{name}` and `{format}` stand for the recording's. */
    readonly key: string;
}

/** How people sign in by browser; null: the Task's link asks them to open the Case in the console. */
export interface BrowserSignInConfig {
    /** The consumer key of the app for people. */
    readonly clientId: string;
    /** Its secret, where the app requires one. */
    readonly clientSecret: string | null;
}

const onOff = z.enum(['on', 'off'], 'must be on or off').default('off');
const STORE_DIR = '.data/recording-store';
const DAYS = 'must be a number of days from 1 to 3650, such as 180';
const MEGABYTES = 'must be a number of megabytes such as 1024';
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));

/** The variables of recordings, with what a good value looks like. */
export const recordingsVariables = {
    RECORDING_STORE_DIR: z.string().default(STORE_DIR),
    RECORDING_RETENTION_DAYS: z.coerce
        .number(DAYS)
        .int(DAYS)
        .min(1, DAYS)
        .max(3650, DAYS)
        .default(LEAST_RETENTION_DAYS),
    RECORDING_RETENTION_FORCE: onOff,
    RECORDING_DELETE_AT_SOURCE: onOff,
    RECORDING_MAX_MB: z.coerce
        .number(MEGABYTES)
        .int(MEGABYTES)
        .min(1, MEGABYTES)
        .max(1_000_000, MEGABYTES)
        .default(1024),
    RECORDINGS_DIR: z.string().optional(),
    S3_BUCKET: z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket such as acme-recordings')
        .optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be a URL such as https://minio.acme.com.br' }).optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_PATH_STYLE: onOff,
    S3_KEY: z
        .string()
        .regex(
            /^(?=.*\{name\})([^{}]|\{name\}|\{format\})*$/,
            'must contain {name}, and may contain {format}, such as recordings/{name}.{format}'
        )
        .default('{name}.{format}'),
    RECORDING_URL_HOSTS: list
        .refine(
            (hosts) => hosts.every((host) => readUrlHost(host) !== null),
            'must be hosts such as media.vendor.com, *.vendor.com or 10.0.0.5:8443, without https:// and without a path'
        )
        .default([]),
    RECORDING_URL_AUTHORIZATION: z
        .string()
        .regex(/^[\x20-\x7E]+$/, 'must be a header value such as Bearer abc')
        .optional(),
    SIGN_IN_CLIENT_ID: z.string().optional(),
    SIGN_IN_CLIENT_SECRET: z.string().optional(),
    TRUSTED_PROXIES: list
        .refine(
            (proxies) => proxies.every(isProxy),
            'must be addresses such as 10.0.0.7 or 10.0.0.0/8, or loopback, linklocal, uniquelocal'
        )
        .default(['loopback'])
};

/** What Express takes for `trust proxy`. */
function isProxy(text: string): boolean {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(text) || ipaddr.isValid(text)) return true;
    try {
        return ipaddr.parseCIDR(text).length > 0;
    } catch {
        return false;
    }
}

type Variables = z.output<z.ZodObject<typeof recordingsVariables>>;

/** What is wrong among variables that belong together: one line each. */
export function mismatchedRecordingsVariables(given: Readonly<Record<string, string | undefined>>): string[] {
    const lines: string[] = [];
    const days = Number(given['RECORDING_RETENTION_DAYS'] ?? LEAST_RETENTION_DAYS);
    if (days >= 1 && days < LEAST_RETENTION_DAYS && given['RECORDING_RETENTION_FORCE'] !== 'on')
        lines.push(
            `RECORDING_RETENTION_DAYS is ${days}: Decreto 11.034/2022 has recordings kept for at least ${LEAST_RETENTION_DAYS} days. Set RECORDING_RETENTION_FORCE=on if it does not bind you`
        );
    const hasKeyId = given['S3_ACCESS_KEY_ID'] !== undefined;
    if (hasKeyId !== (given['S3_SECRET_ACCESS_KEY'] !== undefined))
        lines.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: give both, or neither');
    if (given['S3_BUCKET'] === undefined && (hasKeyId || given['S3_ENDPOINT'] !== undefined))
        lines.push('S3_BUCKET is missing: the bucket with the recordings');
    if (given['RECORDING_URL_AUTHORIZATION'] !== undefined && given['RECORDING_URL_HOSTS'] === undefined)
        lines.push('RECORDING_URL_HOSTS is missing: the hosts that get the RECORDING_URL_AUTHORIZATION');
    const store = given['RECORDING_STORE_DIR'] ?? STORE_DIR;
    const folder = given['RECORDINGS_DIR'];
    if (folder !== undefined && (isWithin(folder, store) || isWithin(store, folder)))
        lines.push(
            `RECORDINGS_DIR ${folder} and RECORDING_STORE_DIR ${store} overlap: what the PBX leaves and what the bridge keeps need folders of their own`
        );
    if (given['SIGN_IN_CLIENT_SECRET'] !== undefined && given['SIGN_IN_CLIENT_ID'] === undefined)
        lines.push('SIGN_IN_CLIENT_ID is missing: the consumer key of the app by which people sign in');
    return lines;
}

function isWithin(folder: string, outer: string): boolean {
    const way = relative(resolve(outer), resolve(folder));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const BYTES_PER_MEGABYTE = 1024 * 1024;

export const toRecordings = (variables: Variables): RecordingsConfig => ({
    storeDir: variables.RECORDING_STORE_DIR,
    retentionDays: variables.RECORDING_RETENTION_DAYS,
    deleteAtSource: variables.RECORDING_DELETE_AT_SOURCE === 'on',
    maxBytes: variables.RECORDING_MAX_MB * BYTES_PER_MEGABYTE,
    folder: variables.RECORDINGS_DIR ?? null,
    s3: variables.S3_BUCKET === undefined ? null : toS3(variables, variables.S3_BUCKET),
    urlHosts: variables.RECORDING_URL_HOSTS.map((host) => host.toLowerCase()),
    urlAuthorization: variables.RECORDING_URL_AUTHORIZATION ?? null
});

const toS3 = (variables: Variables, bucket: string): S3Config => ({
    bucket,
    region: variables.S3_REGION,
    endpoint: variables.S3_ENDPOINT ?? null,
    credentials:
        variables.S3_ACCESS_KEY_ID !== undefined && variables.S3_SECRET_ACCESS_KEY !== undefined
            ? { accessKeyId: variables.S3_ACCESS_KEY_ID, secretAccessKey: variables.S3_SECRET_ACCESS_KEY }
            : null,
    pathStyle: variables.S3_PATH_STYLE === 'on',
    key: variables.S3_KEY
});

export const toBrowserSignIn = (variables: Variables): BrowserSignInConfig | null =>
    variables.SIGN_IN_CLIENT_ID === undefined
        ? null
        : { clientId: variables.SIGN_IN_CLIENT_ID, clientSecret: variables.SIGN_IN_CLIENT_SECRET ?? null };
