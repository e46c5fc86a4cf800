import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecordingFolder, type RecordingFolder } from '../../src/recordings/recordingFolder.ts';

let outside: string;
let root: string;
let audio: string;
let folder: RecordingFolder;

beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'recordings-'));
    root = join(outside, 'spool');
    audio = join(outside, 'audio.wav');
    await mkdir(join(root, 'inside'), { recursive: true });
    await writeFile(audio, 'RIFF');
    folder = createRecordingFolder(root);
});
afterEach(() => rm(outside, { recursive: true, force: true }));

test('a recording that was added is found, with the type of its audio', async () => {
    await folder.add('asterisk-1719844000.12', 'wav', audio);
    const found = await folder.find('asterisk-1719844000.12', 'wav');
    expect(found).toEqual({
        path: join(root, 'asterisk-1719844000.12.wav'),
        contentType: 'audio/wav',
        format: 'wav'
    });
    expect(await readFile(found!.path, 'utf8')).toBe('RIFF');
});

test('a recording that is not there, or is a folder, is not found', async () => {
    await mkdir(join(root, 'folder.wav'));
    expect(await folder.find('nothing', 'wav')).toBeNull();
    expect(await folder.find('folder', 'wav')).toBeNull();
});

describe.each([
    ['above the folder', '../audio'],
    ['in a folder within', 'inside/audio'],
    ['by a way round', 'inside/../../audio'],
    ['by an absolute path', '/etc/passwd'],
    ['with backslashes', '..\\audio'],
    ['that is hidden', '.hidden'],
    ['with a NUL', 'audio\0'],
    ['with a line break', 'audio\n'],
    ['without a name', ''],
    ['of 300 characters', 'a'.repeat(300)]
])('a recording %s', (_name, name) => {
    test('is not found, though the file is there', async () => {
        const file = join(root, `${name.replaceAll('\0', '').slice(0, 200)}.wav`);
        if (!name.startsWith('/')) await writeFile(file, 'RIFF');
        expect(await folder.find(name, 'wav')).toBeNull();
    });

    test('is not added', async () => {
        const before = await readdir(outside, { recursive: true });
        await expect(folder.add(name, 'wav', audio)).rejects.toThrow(/no name for a recording/);
        expect(await readdir(outside, { recursive: true })).toEqual(before);
    });
});

test.each(['html', 'wav/../html', '', 'WAV', 'toString', '__proto__', 'constructor'])(
    'a file of the format %j is neither found nor added',
    async (format) => {
        if (!format.includes('/')) await writeFile(join(root, `page.${format}`), 'RIFF');
        expect(await folder.find('page', format)).toBeNull();
        await expect(folder.add('other', format, audio)).rejects.toThrow(/no name for a recording/);
        expect((await readdir(root)).filter((name) => name.startsWith('other'))).toEqual([]);
    }
);
