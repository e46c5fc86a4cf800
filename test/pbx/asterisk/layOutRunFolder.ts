import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AGENTS, agentSections, LOAD_AGENTS } from './agentPhones.ts';
import type { PbxPlaces } from './choosePbxPlaces.ts';
import type { AsteriskTree } from './fetchAsterisk.ts';
import { writeTone } from './writeTone.ts';

/** What a customer on hold, or in a queue, hears. */
export const MUSIC_HERTZ = 330;

const TEMPLATES = join(import.meta.dirname, '../etc');
const FOLDERS = ['etc', 'keys', 'lib/keys', 'run', 'log/cel-custom', 'music', 'spool/recording', 'spool/monitor'];
/** Without these Asterisk complains, although it needs nothing in them. */
const EMPTY_FILES = [
    'acl',
    'ccss',
    'cdr',
    'cli',
    'cli_permissions',
    'dnsmgr',
    'dsp',
    'extconfig',
    'pjproject',
    'pjsip_notify',
    'queuerules',
    'sorcery',
    'stasis',
    'udptl',
    'websocket_client'
];
const CERTIFICATE =
    'req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1,DNS:localhost';
const MUSIC_SECONDS = 10;

/** Makes the folder in which a PBX runs: its configuration, a certificate, music, and room for what it writes. */
export async function layOutRunFolder(folder: string, tree: AsteriskTree, places: PbxPlaces): Promise<void> {
    for (const name of FOLDERS) await mkdir(join(folder, name), { recursive: true });
    const values = valuesOf(folder, tree, places);
    for (const name of await readdir(TEMPLATES)) {
        const template = await readFile(join(TEMPLATES, name), 'utf8');
        await writeFile(join(folder, 'etc', name), fillIn(name, template, values));
    }
    for (const name of EMPTY_FILES) await writeFile(join(folder, 'etc', `${name}.conf`), '');
    await writeTone(join(folder, 'music/tone.wav'), MUSIC_HERTZ, MUSIC_SECONDS);
    await makeCertificate(join(folder, 'keys'));
}

const valuesOf = (folder: string, tree: AsteriskTree, places: PbxPlaces): Readonly<Record<string, string>> => ({
    RUN: folder,
    ROOT: tree.root,
    MODULES: tree.modules,
    AMI_PORT: String(places.amiPort),
    AMI_TLS_PORT: String(places.amiTlsPort),
    AMI_SECRET: places.amiSecret,
    HTTP_PORT: String(places.httpPort),
    ARI_PASSWORD: places.ariPassword,
    SIP_PORT: String(places.sipPort),
    RTP_START: String(places.rtpPorts.first),
    RTP_END: String(places.rtpPorts.last),
    CARRIER_HOST: places.carrierAddress.host,
    CARRIER_PORT: String(places.carrierAddress.port),
    AGENTS: [...AGENTS, ...LOAD_AGENTS].map(agentSections).join(''),
    LOAD_MEMBERS: LOAD_AGENTS.map((extension) => `member => PJSIP/${extension}`).join('\n')
});

/** @throws Error when the template names a value that there is not */
const fillIn = (file: string, template: string, values: Readonly<Record<string, string>>): string =>
    template.replaceAll(/@([A-Z_]+)@/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`${file} asks for @${name}@, which is not known.`);
        return value;
    });

async function makeCertificate(folder: string): Promise<void> {
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
    await promisify(execFile)('openssl', [...CERTIFICATE.split(' '), ...files]);
}
