import { readFileSync } from 'node:fs';
import { isOrgFeature, ORG_FEATURES, type OrgFeature } from './orgFeature.ts';
import type { LocalOrgOptions } from './startLocalOrg.ts';

const DEFAULT_PORT = 8611;
const DEFAULT_CLIENT_ID = 'softphone-bridge';
const LARGEST_PORT = 65_535;

/**
 * The variables of the environment, which `local-org/README.md` lists, as options.
 *
 * @throws Error with one line for each variable that will not do
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): LocalOrgOptions {
    const problems: string[] = [];
    const port = Number(environment.ORG_PORT ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > LARGEST_PORT) {
        problems.push(`ORG_PORT is "${environment.ORG_PORT}"; give a port from 0 to ${LARGEST_PORT}, such as 8611.`);
    }
    const readPem = (name: string) => readNamedFile(name, environment[name], problems);
    if (!environment.ORG_JWT_PUBLIC_KEY_FILE) {
        problems.push(
            "ORG_JWT_PUBLIC_KEY_FILE is not set; give the path of a PEM with the connected app's public key."
        );
    }
    const publicKeyPem = readPem('ORG_JWT_PUBLIC_KEY_FILE');
    const tls = { cert: readPem('ORG_TLS_CERT_FILE'), key: readPem('ORG_TLS_KEY_FILE') };
    if (Boolean(environment.ORG_TLS_CERT_FILE) !== Boolean(environment.ORG_TLS_KEY_FILE)) {
        problems.push('One of ORG_TLS_CERT_FILE and ORG_TLS_KEY_FILE is set; HTTPS needs both.');
    }
    const readCallbacks = (name: string) => readCallbackUrls(name, environment[name], problems);
    const callbackUrls = readCallbacks('ORG_CALLBACK_URLS');
    const peopleCallbackUrls = readCallbacks('ORG_PEOPLE_CALLBACK_URLS');
    if (Boolean(environment.ORG_PEOPLE_CLIENT_ID) !== peopleCallbackUrls.length > 0) {
        problems.push(
            'One of ORG_PEOPLE_CLIENT_ID and ORG_PEOPLE_CALLBACK_URLS is set; the app for people needs both.'
        );
    }
    if (environment.ORG_RUN_AS && !environment.ORG_CLIENT_SECRET) {
        problems.push('ORG_RUN_AS is set without ORG_CLIENT_SECRET; client credentials need both.');
    }
    const features = readFeatures(environment.ORG_FEATURES, problems);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return {
        port,
        publicKeyPem,
        clientId: environment.ORG_JWT_CLIENT_ID || DEFAULT_CLIENT_ID,
        ...(environment.ORG_CLIENT_SECRET ? { clientSecret: environment.ORG_CLIENT_SECRET } : {}),
        ...(environment.ORG_RUN_AS ? { runAs: environment.ORG_RUN_AS } : {}),
        ...(callbackUrls.length > 0 ? { callbackUrls } : {}),
        ...(environment.ORG_PEOPLE_CLIENT_ID
            ? { people: { clientId: environment.ORG_PEOPLE_CLIENT_ID, callbackUrls: peopleCallbackUrls } }
            : {}),
        ...(environment.ORG_TLS_CERT_FILE ? { tls } : {}),
        ...(features.length > 0 ? { features } : {}),
        ...(environment.ORG_DATA_DIR ? { dataDir: environment.ORG_DATA_DIR } : {})
    };
}

function readNamedFile(name: string, file: string | undefined, problems: string[]): string {
    if (!file) return '';
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        problems.push(`${name} is "${file}", which cannot be read: ${reason}`);
        return '';
    }
}

function readFeatures(list: string | undefined, problems: string[]): OrgFeature[] {
    const names = (list ?? '').split(/\s+/).filter((name) => name !== '');
    for (const name of names) {
        if (!isOrgFeature(name)) {
            problems.push(
                `ORG_FEATURES holds "${name}"; give features separated by spaces, of: ${ORG_FEATURES.join(', ')}.`
            );
        }
    }
    return names.filter(isOrgFeature);
}

/** A fragment would swallow the code that is appended (RFC 6749, 3.1.2). */
function readCallbackUrls(name: string, list: string | undefined, problems: string[]): string[] {
    const urls = (list ?? '').split(/\s+/).filter((url) => url !== '');
    for (const url of urls) {
        if (!URL.canParse(url) || url.includes('#')) {
            problems.push(
                `${name} holds "${url}"; give full URLs without a fragment, separated by spaces, ` +
                    'such as http://localhost:3000/callback.'
            );
        }
    }
    return urls;
}
