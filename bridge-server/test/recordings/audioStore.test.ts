import { mkdtemp, open, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudioStore } from '../../src/recordings/audioStore.ts';
import { createAudioPart } from '../../src/recordings/audioStorePart.ts';

const ID = '6f1c9c0e-7c1f-4b57-9a3e-0d3a4f3f2b11';
const FILE_OF = { day: '2026-11-23', part: 1, extension: 'wav' };
const FULL = '/dev/full';

let parent: string;
let folder: string;
beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'store-'));
    folder = join(parent, 'recordings');
});
afterEach(() => rm(parent, { recursive: true }));

const storeOf = () => createAudioStore({ folder });

async function keep(text: string, id = ID): Promise<string> {
    const store = storeOf();
    const part = await store.openPart(id, 0);
    await part.append(Buffer.from(text));
    return store.finish(part, FILE_OF);
}

test('a finished recording lies under its day, and nothing is left of its part', async () => {
    const store = storeOf();
    const file = await keep('audio');
    expect(file).toMatch(new RegExp(`^2026/11/23/${ID}-1-[0-9a-f]{8}\\.wav$`));
    expect(await readFile(store.pathOf(file), 'utf8')).toBe('audio');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect(await store.partBytes(ID)).toBe(0);
});

test('nobody else on the machine reads it', async () => {
    const file = await keep('audio');
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await Promise.all(['', 'incoming', '2026', '2026/11/23'].map((path) => modeOf(join(folder, path))))).toEqual(
        ['700', '700', '700', '700']
    );
    expect(await modeOf(join(folder, file))).toBe('600');
});

test('a part is gone on with where it was left', async () => {
    const store = storeOf();
    const first = await store.openPart(ID, 0);
    await first.append(Buffer.from('one two'));
    await first.close();
    expect(await store.partBytes(ID)).toBe(7);
    const second = await store.openPart(ID, 4);
    await second.append(Buffer.from('2'));
    const file = await store.finish(second, FILE_OF);
    expect(await readFile(store.pathOf(file), 'utf8')).toBe('one 2');
});

test('a replica that lost a recording spoils nothing for the one that began it anew', async () => {
    const store = storeOf();
    const late = await store.openPart(ID, 0);
    await late.append(Buffer.from('old audio'));
    const now = await store.openPart(ID, 0);
    await now.append(Buffer.from('new'));
    await late.append(Buffer.from(', and more'));
    await expect(store.finish(late, FILE_OF)).rejects.toMatchObject({ name: 'PartTakenError' });
    const file = await store.finish(now, FILE_OF);
    expect(await readFile(store.pathOf(file), 'utf8')).toBe('new');
});

test('each copy has a name of its own, and the others of the same recording can be removed', async () => {
    const store = storeOf();
    const [first, second, neighbour] = [await keep('first'), await keep('second'), await keep('x', `${ID}0`)];
    expect(first).not.toBe(second);
    await store.removeOthers(ID, second);
    expect(await readdir(join(folder, '2026/11/23'))).toEqual(
        [second, neighbour].map((file) => file.slice('2026/11/23/'.length)).toSorted()
    );
});

test('removes all that tries left of a recording, and nothing of its neighbours', async () => {
    const store = storeOf();
    const neighbour = await keep('x', `${ID}0`);
    await keep('audio');
    await (await store.openPart(ID, 0)).close();
    await store.removeLeft({ id: ID, day: FILE_OF.day });
    await store.removeLeft({ id: ID, day: '2020-01-01' });
    expect(await store.partBytes(ID)).toBe(0);
    expect((await readdir(join(folder, '2026/11/23'))).map((name) => `2026/11/23/${name}`)).toEqual([neighbour]);
});

test.each(['../x', '/etc/passwd', '2026/../../x', 'a\0b', '', '.', '..\\x'])('%j is no name in the store', (file) => {
    expect(() => storeOf().pathOf(file)).toThrow(expect.objectContaining({ name: 'OutsideStoreError' }));
});

test.each([
    ['an id', () => storeOf().openPart('../../x', 0)],
    ['a file to remove', () => storeOf().remove('../x')],
    ['a day', async () => storeOf().finish(await storeOf().openPart(ID, 0), { ...FILE_OF, day: '..-..-..' })],
    [
        'an extension',
        async () => storeOf().finish(await storeOf().openPart(ID, 0), { ...FILE_OF, extension: '/../../../../../x' })
    ]
])('%s leads out of the store', async (_name, leave) => {
    await expect(leave()).rejects.toMatchObject({ name: 'OutsideStoreError' });
    expect(await readdir(parent)).toEqual(expect.not.arrayContaining(['x']));
});

test('what is gone may be removed', async () => {
    const store = storeOf();
    const file = await keep('audio');
    await store.remove(file);
    await store.remove(file);
    await store.discard(ID);
    expect(await readdir(join(folder, '2026/11/23'))).toEqual([]);
});

test('a copy whose folder is not there is not taken for removed: the disk may not be mounted', async () => {
    const file = await keep('audio');
    await rename(folder, `${folder}-elsewhere`);
    await expect(storeOf().remove(file)).rejects.toMatchObject({ name: 'AudioStoreError', code: 'store-unwritable' });
    await rename(`${folder}-elsewhere`, folder);
    await storeOf().remove(file);
});

test('parts that nobody went on with for a week are removed', async () => {
    const store = storeOf();
    for (const id of ['old', 'new']) await (await store.openPart(id, 0)).close();
    const dayMs = 24 * 60 * 60_000;
    await utimes(join(folder, 'incoming/old.part'), new Date(), new Date(Date.now() - 7 * dayMs - 1_000));
    await utimes(join(folder, 'incoming/new.part'), new Date(), new Date(Date.now() - 6 * dayMs));
    expect(await store.removeLeftovers()).toBe(1);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['new.part']);
});

test('the first clean-up makes the folder', async () => {
    expect(await storeOf().removeLeftovers()).toBe(0);
    expect(await readdir(folder)).toEqual(['incoming']);
});

test('a full disk is told apart', async () => {
    const part = createAudioPart(ID, await open(FULL, 'r+'), 0);
    await expect(part.append(Buffer.from('audio'))).rejects.toMatchObject({
        name: 'AudioStoreError',
        code: 'disk-full'
    });
    await part.close();
});

test('a part that leads to a full disk is gone on with no further', async () => {
    const store = storeOf();
    await store.removeLeftovers();
    await symlink(FULL, join(folder, 'incoming', `${ID}.part`));
    const part = await store.openPart(ID, 1);
    await expect(part.append(Buffer.from('audio'))).rejects.toMatchObject({ code: 'disk-full' });
    await part.close();
});

test('a folder that cannot be used is told apart', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(storeOf().openPart(ID, 0)).rejects.toMatchObject({
        name: 'AudioStoreError',
        code: 'store-unwritable',
        cause: expect.objectContaining({ code: 'ENOTDIR' })
    });
});
