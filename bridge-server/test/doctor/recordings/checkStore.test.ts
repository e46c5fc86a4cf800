import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStore } from '../../../tools/doctor/checks/recordings/checkStore.ts';

const MEGABYTE = 1024 * 1024;

let folder: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-store-'));
});

test('tells how much is free, and leaves nothing behind', async () => {
    const [finding] = await checkStore(folder, MEGABYTE);
    expect(finding).toMatchObject({ check: 'store', level: expect.stringMatching(/ok|warn/) });
    expect(finding?.saw).toMatch(/has \d+\.\d GB free: some \d+ h of wav$/);
    expect(await readdir(folder)).toEqual([]);
});

test('one that is not there yet can be made where its first folder lies', async () => {
    const [finding] = await checkStore(join(folder, 'recordings/of/calls'), MEGABYTE);
    expect(finding?.level).not.toBe('fail');
    expect(await readdir(folder)).toEqual([]);
});

test('too little room for one recording', async () => {
    const [finding] = await checkStore(folder, Number.MAX_SAFE_INTEGER);
    expect(finding).toMatchObject({ level: 'fail', todo: expect.stringContaining('make room') });
});

test('a file where the folder should be', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await checkStore(file, MEGABYTE)).toEqual([
        expect.objectContaining({ level: 'fail', saw: `${file} is no folder` })
    ]);
});

test('one that nobody may write', async () => {
    const [finding] = await checkStore('/proc/recordings', MEGABYTE);
    expect(finding).toMatchObject({ level: 'fail', todo: expect.stringContaining('RECORDING_STORE_DIR') });
});
