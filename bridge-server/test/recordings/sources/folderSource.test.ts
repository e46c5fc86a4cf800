import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { RecordingSource } from '../../../src/recordings/recordingSource.ts';
import { createFolderSource } from '../../../src/recordings/sources/folderSource.ts';
import { anew, describeSourceContract, sourceError, told } from './sourceContract.ts';

let outside: string;
let folder: string;
let source: Required<RecordingSource>;
beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'folder-source-'));
    folder = join(outside, 'spool');
    await mkdir(folder);
    source = createFolderSource({ folder });
});
afterEach(() => rm(outside, { recursive: true, force: true }));

async function put(path: string, audio: Buffer | string = 'RIFF'): Promise<string> {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, audio);
    return file;
}

describeSourceContract(
    'a folder',
    async () => {
        const recording = told();
        return {
            source,
            recording,
            put: async (audio) => void (await put(`${recording.name}.wav`, audio)),
            close: () => Promise.resolve()
        };
    },
    ['goes-on', 'removes']
);

test.each(['1719844000.12', '2026/11/23/q-500-+5511999998888', 'gravação de teste', 'external-(11) 99999~1,a=b@c'])(
    'a recording named %j is found',
    async (name) => {
        await put(`${name}.gsm`, 'audio');
        const recording = told({ name, format: 'gsm' });
        expect(source.mayHave(recording)).toBe(true);
        expect((await buffer((await source.open(recording, anew())).stream)).toString()).toBe('audio');
    }
);

describe.each([
    ['above the folder', '../secret'],
    ['by a way round', 'inside/../../secret'],
    ['by a way round that stays', 'inside/../secret'],
    ['by an absolute path', '/etc/passwd'],
    ['with a folder of no name', 'inside//secret'],
    ['with a dot', './secret'],
    ['with backslashes', '..\\secret'],
    ['that is hidden', '.secret'],
    ['in a hidden folder', '.inside/secret'],
    ['with a NUL', 'secret\0'],
    ['with a line break', 'secret\n'],
    ['that is encoded', '%2e%2e%2fsecret'],
    ['that ends with a slash', 'inside/'],
    ['without a name', ''],
    ['of 300 characters', 'a'.repeat(300)],
    ['that is not well-formed', 'a\ud800']
])('a recording %s', (_name, name) => {
    beforeEach(async () => {
        await put('inside/secret.wav');
        await put('secret.wav');
        await writeFile(join(outside, 'secret.wav'), 'RIFF');
    });

    test('is not asked for', () => {
        expect(source.mayHave(told({ name }))).toBe(false);
    });

    test('is neither opened nor removed', async () => {
        await expect(source.open(told({ name }), anew())).rejects.toEqual(sourceError('forbidden'));
        await expect(source.remove(told({ name }))).rejects.toEqual(sourceError('forbidden'));
        await expect(readFile(join(outside, 'secret.wav'), 'utf8')).resolves.toBe('RIFF');
    });
});

test.each(['', 'wav/../x', '../wav', '.wav', 'w v', 'a'.repeat(17), 'wav\0'])(
    'the format %j is none',
    async (format) => {
        expect(source.mayHave(told({ format }))).toBe(false);
        await expect(source.open(told({ format }), anew())).rejects.toEqual(sourceError('forbidden'));
    }
);

describe('symbolic links', () => {
    beforeEach(() => writeFile(join(outside, 'secret.wav'), 'RIFF'));

    test.each([
        ['a file outside', 'link.wav', '../secret.wav', 'link'],
        ['a folder outside', 'above', '..', 'above/secret'],
        // whose name begins as the folder's does
        ['a folder beside', 'beside', '../spool-2', 'beside/secret']
    ])('to %s lead nowhere', async (_what, link, target, name) => {
        await mkdir(join(outside, 'spool-2'));
        await writeFile(join(outside, 'spool-2/secret.wav'), 'RIFF');
        await symlink(target, join(folder, link));
        await expect(source.open(told({ name }), anew())).rejects.toEqual(sourceError('forbidden'));
        await expect(source.remove(told({ name }))).rejects.toEqual(sourceError('forbidden'));
        await expect(stat(join(outside, 'secret.wav'))).resolves.toBeDefined();
    });

    test('within the folder are followed, and so is one to the folder itself', async () => {
        await put('2026/real.wav', 'audio');
        await symlink('2026/real.wav', join(folder, 'link.wav'));
        await symlink(folder, join(outside, 'mounted'));
        const linked = createFolderSource({ folder: join(outside, 'mounted') });
        const { stream } = await linked.open(told({ name: 'link' }), anew());
        expect((await buffer(stream)).toString()).toBe('audio');
    });
});

test('audio that is written to while it is read fails', async () => {
    const file = await put(`${told().name}.wav`, Buffer.alloc(1_000_000));
    const { stream } = await source.open(told(), anew());
    stream.once('data', () => stream.pause());
    stream.pause();
    await appendFile(file, 'more');
    await expect(buffer(stream)).rejects.toEqual(sourceError('changed'));
});

test('a folder in place of a file is absent', async () => {
    await mkdir(join(folder, 'a.wav'));
    await expect(source.open(told({ name: 'a' }), anew())).rejects.toEqual(sourceError('absent'));
});

test('a pipe, which would wait for a writer, is absent', async () => {
    await promisify(execFile)('mkfifo', [join(folder, 'a.wav')]);
    await expect(source.open(told({ name: 'a' }), anew())).rejects.toEqual(sourceError('absent'));
});

test('a folder that is not mounted is unavailable, and no recording of it is taken for absent', async () => {
    await rm(folder, { recursive: true });
    await expect(source.open(told(), anew())).rejects.toEqual(sourceError('unavailable'));
    await expect(source.remove(told())).rejects.toEqual(sourceError('unavailable'));
});
