import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkFolder } from '../../../tools/doctor/checks/recordings/checkFolder.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let folder: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-recordings-'));
});

async function record(name: string, ageMs: number): Promise<void> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'RIFF');
    await utimes(path, new Date(NOW - ageMs), new Date(NOW - ageMs));
}

test('tells the age of the newest', async () => {
    await record('call-2.wav', 3 * MINUTE_MS);
    await record('call-1.wav', 9 * DAY_MS);
    expect(await checkFolder(folder, NOW)).toEqual([
        { check: 'folder', level: 'ok', saw: `the newest file in ${folder} is 3 min old, readable` }
    ]);
});

test('looks into the newest folders within', async () => {
    await record('call-1.wav', 9 * DAY_MS);
    await record('2026/11/22/call-2.wav', DAY_MS);
    await record('2026/11/23/call-3.wav', 3 * MINUTE_MS);
    expect(await checkFolder(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'ok', saw: expect.stringContaining('3 min old, in a folder within') })
    ]);
});

test('warns of old ones', async () => {
    await record('call-1.wav', 9 * DAY_MS);
    expect(await checkFolder(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('9 days old') })
    ]);
});

test.each(['call-1.WAV', 'call-1.sln', 'call-1.gsm'])('warns of %s, which browsers do not play', async (name) => {
    await record(name, 0);
    expect(await checkFolder(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('browsers do not play') })
    ]);
});

test.each(['call-1', '.hidden.wav', 'call?1.wav'])('fails for %s, which is not copied', async (name) => {
    await record(name, 0);
    expect(await checkFolder(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('is not copied') })
    ]);
});

test('an empty folder', async () => {
    await mkdir(join(folder, '2026'));
    expect(await checkFolder(folder, NOW)).toEqual([
        expect.objectContaining({ level: 'warn', saw: `${folder} holds no file` })
    ]);
});

test('no folder, and none that can be read', async () => {
    expect(await checkFolder(join(folder, 'none'), NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('does not exist') })
    ]);
    await record('file', 0);
    expect(await checkFolder(join(folder, 'file'), NOW)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('(ENOTDIR)') })
    ]);
});
