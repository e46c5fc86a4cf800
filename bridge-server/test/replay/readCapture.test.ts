import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCapture } from '../../tools/replay/readCapture.ts';

const captures = join(import.meta.dirname, '../captures');
let folder: string;

beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
}

test('plays lines as far apart as they were received, and leaves nameless headers out', async () => {
    const path = await write(
        'two.jsonl',
        '{"receivedAt":"2026-11-23T02:47:15.000Z","event":{"":"","Event":"A"}}\n' +
            '{"receivedAt":"2026-11-23T02:47:16.250Z","event":{"Event":"B","State":["1","2"]}}\n'
    );
    expect(await readCapture(path)).toEqual([
        { message: { Event: 'A' }, afterMs: 0 },
        { message: { Event: 'B', State: ['1', '2'] }, afterMs: 1250 }
    ]);
});

test('leaves out a last line that was cut off, and says where another is broken', async () => {
    const line = '{"receivedAt":"2026-11-23T02:47:15.000Z","event":{"Event":"A"}}';
    expect(await readCapture(await write('cut.jsonl', `${line}\n${line.slice(0, 40)}`))).toHaveLength(1);
    await expect(readCapture(await write('broken.jsonl', `${line}\nnonsense\n${line}\n`))).rejects.toThrow(
        'broken.jsonl:2'
    );
});

test('of raw bytes only the events are kept, and a person can follow them', async () => {
    const raw = await readCapture(join(captures, 'ami-queue-answered.raw.txt'));
    const lines = await readCapture(join(captures, 'ami-queue-answered.jsonl'));
    const story = (messages: typeof raw) =>
        messages
            .map(({ message }) => [message['Event'], message['Uniqueid']])
            .filter(([event]) => event !== 'TestEvent');
    expect(story(raw).slice(0, 120)).toEqual(story(lines).slice(0, 120));
    expect(raw.filter(({ afterMs }) => afterMs > 1_000).map(({ message }) => message['Event'])).toEqual([
        'Newstate',
        'BridgeLeave'
    ]);
});

test('half of a raw capture is a capture', async () => {
    const bytes = await readFile(join(captures, 'ami-queue-answered.raw.txt'));
    const path = join(folder, 'half.raw.txt');
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
    expect((await readCapture(path)).length).toBeGreaterThan(50);
});

test('says so when there is nothing to play', async () => {
    await expect(readCapture(await write('empty.raw.txt', 'hello'))).rejects.toThrow('holds no AMI event');
});
