import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import type { Section } from '../../tools/doctor/examine.ts';
import { AmiServer } from '../../tools/replay/amiServer.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { answerAsRecorded, type Instead, REFUSED_LOGIN, userEventOf, without } from './recordedPbx.ts';

const main = join(import.meta.dirname, '../../tools/doctor/main.ts');

let org: TestOrg;
let pbx: AmiServer;
let instead: Instead;
let asked: AmiMessage[];
let environment: Readonly<Record<string, string>>;

beforeEach(async () => {
    org = await startTestOrg();
    instead = () => undefined;
    asked = [];
    pbx = new AmiServer((action) => answerAsRecorded(instead)(action));
    pbx.on('action', (action) => {
        asked.push(action);
        if (fieldOf(action, 'Action') === 'UserEvent') pbx.broadcast(userEventOf(action, Date.now() / 1000));
    });
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    await writeFile(join(folder, 'call-1.wav'), 'RIFF');
    environment = {
        ...org.bridgeEnvironment,
        SESSION_SECRET: 'a secret of at least thirty-two characters',
        SALESFORCE_CLIENT_ID: 'softphone-bridge',
        SALESFORCE_USERNAME: 'bridge@local.org',
        AMI_HOST: '127.0.0.1',
        AMI_PORT: String(await pbx.listen(0, '127.0.0.1')),
        AMI_SECRET: 'a-long-random-secret',
        DIAL_CONTEXT: 'from-agent',
        QUEUE_EXTENSIONS: 'suporte=4001 vendas=4002',
        OUTBOUND_NUMBER: '9{national}',
        RECORDINGS_DIR: folder,
        RECORDING_STORE_DIR: await mkdtemp(join(tmpdir(), 'doctor-store-'))
    };
});
afterEach(async () => {
    await pbx.close();
    await org.close();
});

async function run(args: readonly string[] = [], otherwise: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, [main, ...args], {
        env: { PATH: process.env['PATH'], ...environment, ...otherwise },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output, errors };
}

test('a PBX and an org that are as they should be', async () => {
    const { code, output, errors } = await run();
    expect(errors).toBe('');
    expect(output.split('\n').filter((line) => /^ {2}(warn|fail)/.test(line))).toEqual([
        // what calls the PBX had without a bridge is not configured here
        expect.stringContaining('call log: not configured'),
        expect.stringContaining('ARI: not configured'),
        expect.stringContaining('link: ')
    ]);
    expect(output).toContain('\nPBX\n  ok    AMI: Asterisk Call Manager/11.0.0 at 127.0.0.1:');
    expect(output).toMatch(/\n\n\d\d ok, 3 to look at, 0 failed\n$/);
    expect(code).toBe(0);
});

test('asks for nothing that would change the PBX', async () => {
    await run();
    const changing = asked.filter((action) =>
        /^(Originate|Hangup|Setvar|Queue(Add|Remove|Pause)|PJSIPNotify)$/.test(fieldOf(action, 'Action'))
    );
    expect(changing.length).toBeGreaterThan(5);
    for (const action of changing) expect(JSON.stringify(action)).toContain('softphone-doctor-none');
});

test('what fails makes the exit code 1, and the rest is looked at all the same', async () => {
    instead = without('PJSIPNotify');
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain('  fail  write: lacks system, so no PJSIPNotify (answering)\n');
    expect(output).toContain('        → manager.conf, [bridge]: write = system,agent,call,originate,user;');
    expect(output).toContain('  ok    dial plan:');
});

test('a wrong secret, without telling it', async () => {
    instead = (action) => (fieldOf(action, 'Action') === 'Login' ? [REFUSED_LOGIN] : undefined);
    const { code, output } = await run([], { AMI_SECRET: 'not-the-secret' });
    expect(code).toBe(1);
    expect(output).toContain('  fail  login: the PBX refuses bridge: Authentication failed\n');
    expect(output).toContain('  ok    sign-in:');
    expect(output).not.toContain('not-the-secret');
});

test('a connection that breaks is told', async () => {
    pbx.on('action', (action) => {
        if (fieldOf(action, 'Action') === 'CoreSettings') pbx.disconnect();
    });
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain('the connection broke while looking around');
    expect(output).toContain('  ok    sign-in:');
});

test('prints JSON for programs', async () => {
    const { code, output } = await run(['--json']);
    const sections = JSON.parse(output) as Section[];
    expect(sections.map(({ title }) => title)).toEqual(['Configuration', 'PBX', 'Recordings', 'Salesforce']);
    expect(sections.flatMap(({ findings }) => findings)).toContainEqual({
        check: 'login',
        level: 'ok',
        saw: 'as bridge'
    });
    expect(code).toBe(0);
});

test('a configuration with which the bridge would not start', async () => {
    const { code, output } = await run([], { AMI_SECRET: '', SESSION_SECRET: 'short' });
    expect(code).toBe(1);
    expect(output).toMatch(/fail {2}variables: SESSION_SECRET must have at least 32/);
    expect(output).toMatch(/fail {2}variables: AMI_SECRET is missing/);
    expect(asked).toEqual([]);
});

test('a bridge without an Asterisk', async () => {
    const { code, output } = await run([], { AMI_HOST: '' });
    expect(code).toBe(0);
    expect(output).toContain('warn  AMI: not configured');
});

test('a command line that makes no sense', async () => {
    const { code, output, errors } = await run(['--everything']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain('npm run doctor [-- --json]');
});
