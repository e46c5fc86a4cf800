import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRecordings } from '../../tools/doctor/checks/checkRecordings.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let folder: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-recordings-'));
});

async function record(name: string, ageMs: number): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, 'RIFF');
    await utimes(path, new Date(NOW - ageMs), new Date(NOW - ageMs));
}

test('tells the age of the newest', async () => {
    await record('call-2.wav', 3 * MINUTE_MS);
    await record('call-1.wav', 9 * DAY_MS);
    expect(await checkRecordings(folder, NOW)).toEqual([
        { check: 'recordings', level: 'ok', saw: `the newest file in ${folder} is 3 min old, readable` }
    ]);
});

test('warns of old ones', async () => {
    await record('call-1.wav', 9 * DAY_MS);
    expect(await checkRecordings(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('9 days old') })
    ]);
});

test.each(['call-1.WAV', 'call-1.sln', 'call 1.wav', 'call-1'])('fails for %s, which is not served', async (name) => {
    await record(name, 0);
    expect(await checkRecordings(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('is not served') })
    ]);
});

test('an empty folder, and one with folders only', async () => {
    expect(await checkRecordings(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: `${folder} is empty` })
    ]);
    await mkdir(join(folder, '2026'));
    expect(await checkRecordings(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('folders and no file') })
    ]);
});

test('no folder, and none that can be read', async () => {
    expect(await checkRecordings(join(folder, 'none'), NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('does not exist') })
    ]);
    await record('file', 0);
    expect(await checkRecordings(join(folder, 'file'), NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('(ENOTDIR)') })
    ]);
});
