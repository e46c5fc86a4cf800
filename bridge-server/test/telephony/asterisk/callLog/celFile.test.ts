import { appendFile, cp, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import pino from 'pino';
import { createCelFile } from '../../../../src/telephony/asterisk/callLog/celFile.ts';
import { logOf, recordsOf } from './callCaptures.ts';

let folder: string;
let path: string;
let warnings: string[];

beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cel-'));
    path = join(folder, 'softphone.csv');
    warnings = [];
});
afterEach(() => rm(folder, { recursive: true }));

const callLog = () =>
    createCelFile({ path, log: pino({ level: 'warn' }, { write: (line) => void warnings.push(line) }) });

async function timesSince(instant = '2026-11-23T00:00:00.000Z'): Promise<number[]> {
    const times: number[] = [];
    for await (const { time } of callLog().since(instant)) times.push(time);
    return times;
}

const timesOf = async (name: Parameters<typeof recordsOf>[0]): Promise<number[]> =>
    (await recordsOf(name)).map(({ time }) => time);

/** As the log of a PBX: seconds from one line to the next. */
const line = (seconds: number, padding = 0): string =>
    `"ANSWER","${seconds}.000000","a.1","a.1","PJSIP/1001-1","","","","","","${'x'.repeat(padding)}","","",""\n`;

test('reads what was logged since an instant', async () => {
    await cp(logOf('queue-answered'), path);
    const times = await timesOf('queue-answered');
    const middle = times[8] ?? 0;
    const since = new Date(Math.ceil(middle * 1000)).toISOString();
    expect(await timesSince()).toEqual(times);
    expect(await timesSince(since)).toEqual(times.filter((time) => time >= Date.parse(since) / 1000));
});

test('a line that is still being written is left for the next time', async () => {
    const text = await readFile(logOf('queue-answered'), 'utf8');
    await writeFile(path, text.slice(0, -40));
    const times = await timesOf('queue-answered');
    expect(await timesSince()).toEqual(times.slice(0, -1));
    await appendFile(path, text.slice(-40));
    expect(await timesSince()).toEqual(times);
    expect(warnings).toEqual([]);
});

test('lines that are none are left out and counted', async () => {
    const text = await readFile(logOf('queue-answered'), 'utf8');
    await writeFile(path, `"ANSWER","179546${text}`);
    expect(await timesSince()).toHaveLength((await timesOf('queue-answered')).length - 1);
    expect(warnings.join('')).toContain('"unreadable":1');
});

test('reads what was rotated out of the file too, packed or not, the oldest first', async () => {
    await cp(logOf('outbound-busy'), `${path}.1`);
    await writeFile(`${path}-20261122.gz`, gzipSync(await readFile(logOf('queue-answered'))));
    await cp(logOf('direct-answered'), path);
    await writeFile(join(folder, 'other.csv'), line(1795462000));
    await utimes(`${path}-20261122.gz`, 1795470000, 1795470000);
    await utimes(`${path}.1`, 1795480000, 1795480000);
    await utimes(path, 1795490000, 1795490000);
    expect(await timesSince()).toEqual([
        ...(await timesOf('queue-answered')),
        ...(await timesOf('outbound-busy')),
        ...(await timesOf('direct-answered'))
    ]);
});

test('a file that was last written to before the instant is not opened', async () => {
    await writeFile(`${path}.2.gz`, 'no gzip at all');
    await utimes(`${path}.2.gz`, 1795000000, 1795000000);
    await cp(logOf('queue-answered'), path);
    expect(await timesSince()).toEqual(await timesOf('queue-answered'));
});

test('a file that is rotated while it is read is read to its end', async () => {
    const count = 20_000;
    await writeFile(path, Array.from({ length: count }, (_, at) => line(1795460000 + at)).join(''));
    const times: number[] = [];
    for await (const { time } of callLog().since('2026-11-23T00:00:00.000Z')) {
        if (times.length === 0) await rename(path, `${path}.1`);
        times.push(time);
    }
    expect(times).toHaveLength(count);
});

test('no file at all is an error that names it', async () => {
    await expect(timesSince()).rejects.toThrow(`there is no call log at ${path}`);
    path = join(folder, 'away', 'softphone.csv');
    await expect(timesSince()).rejects.toThrow('ENOENT');
});

test('wherever reading begins in a great file, nothing of the time asked for is missed', async () => {
    const [first, count] = [1795460000, 9_000];
    await writeFile(path, Array.from({ length: count }, (_, at) => line(first + at, (at * 37) % 400)).join(''));
    await utimes(path, first + count, first + count);
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: -10, max: count }), async (after) => {
            const times = await timesSince(new Date((first + after) * 1000).toISOString());
            expect(times).toHaveLength(Math.min(count, Math.max(0, count - after)));
            expect(times[0] ?? first + after).toBe(Math.max(first, first + after));
        }),
        { numRuns: 40 }
    );
});
