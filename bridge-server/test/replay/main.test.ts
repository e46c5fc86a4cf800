import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAsteriskAdapter } from '../../src/telephony/asterisk/asteriskAdapter.ts';
import { RecordingSink } from '../telephony/asterisk/recordingSink.ts';

const main = join(import.meta.dirname, '../../tools/replay/main.ts');
const captures = join(import.meta.dirname, '../captures');

let child: ChildProcess | undefined;
afterEach(() => child?.kill());

/** Runs the command, and gives what it has written so far and its exit code. */
function run(...args: string[]) {
    const started = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let output = '';
    for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk) => {
            output += String(chunk);
            started.emit('output');
        });
    const exited = once(started, 'close').then(([code]) => ({ code: code as number, output }));
    const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
        for (;;) {
            const found = pattern.exec(output);
            if (found) return found;
            await once(started, 'output');
        }
    };
    return { exited, until };
}

test('plays a capture to a bridge and places the recording', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'recordings-'));
    const audio = join(captures, 'recording-sample.wav');
    const file = join(captures, 'ami-queue-answered.raw.txt');
    const { exited, until } = run(
        ...[file, '--speed', '1000', '--times', '2', '--port', '0'],
        ...['--recording', audio, '--recordings-dir', directory]
    );
    const [, port] = await until(/listens on 127\.0\.0\.1:(\d+)/);
    const sink = new RecordingSink();
    const adapter = createAsteriskAdapter({
        ...{ host: '127.0.0.1', port: Number(port), username: 'bridge', secret: 'any' },
        log: pino({ level: 'silent' })
    });
    adapter.start(sink);
    const { code, output } = await exited;
    await adapter.stop();

    expect(output).toContain(`AMI_HOST=127.0.0.1 AMI_PORT=${port}`);
    expect(output).toMatch(/done: 320 events sent\n$/);
    expect(code).toBe(0);
    const answers = sink.events.filter(({ type }) => type === 'legAnswered');
    expect(answers).toHaveLength(2);
    expect(new Set(answers.map(({ key }) => key)).size).toBe(1);
    expect(sink.events.at(-1)?.callId).toBe('asterisk:pbx1-1795402035.0');
    expect(await readdir(directory)).toEqual(['rec-pbx1-1795402035.0.wav']);
    expect(await readFile(join(directory, 'rec-pbx1-1795402035.0.wav'))).toEqual(await readFile(audio));
    await rm(directory, { recursive: true });
}, 30_000);

test('says which address the bridge must have when none comes', async () => {
    const file = join(captures, 'ami-queue-answered.raw.txt');
    const { code, output } = await run(file, '--port', '0', '--wait-seconds', '0.05').exited;
    expect(code).toBe(1);
    expect(output).toMatch(
        /No bridge connected within 0\.05 s\. Start the bridge with AMI_HOST=127\.0\.0\.1 AMI_PORT=\d+/
    );
});

test('explains itself when the command line makes no sense', async () => {
    const { code, output } = await run('--speed', '0').exited;
    expect(code).toBe(2);
    expect(output).toContain('npm run replay -- FILE');
});
