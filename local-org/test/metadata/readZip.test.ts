import JSZip from 'jszip';
import { readZip } from '../../src/metadata/package/readZip.ts';
import { refusalItemsOf } from './refusalItemsOf.ts';

async function zipOf(contents: Record<string, string>): Promise<Buffer> {
    const zip = new JSZip();
    for (const [path, content] of Object.entries(contents)) zip.file(path, content);
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A zip whose entry has another name of the same length than JSZip would write. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
    return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

describe('a zip', () => {
    it('gives its files by path, without the folders', async () => {
        const zip = new JSZip();
        zip.folder('lwc')?.file('one/one.js', 'export default 1;');
        zip.file('package.xml', '<Package/>');
        const files = await readZip(await zip.generateAsync({ type: 'nodebuffer' }));
        expect([...files.keys()].sort()).toEqual(['lwc/one/one.js', 'package.xml']);
        expect(files.get('lwc/one/one.js')?.toString()).toBe('export default 1;');
    });

    it.each([
        ['nothing at all', Buffer.alloc(0), 'No zip file content passed in'],
        ['text', Buffer.from('This is not a zip file.'), 'Invalid zip file'],
        ['the beginning of a zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), 'Invalid zip file']
    ])('is refused when it is %s', async (_, bytes, message) => {
        expect(await refusalItemsOf(readZip(bytes))).toEqual([{ errorCode: 'INVALID_OPERATION', message }]);
    });

    it.each(['../etc/x', '/etc/passw', 'a/../../xx', 'c:/windows', '..\\etc\\xx'])(
        'is refused with a file outside its root: %s',
        async (path) => {
            const placeholder = 'x'.repeat(path.length);
            const zip = renamed(await zipOf({ [placeholder]: 'evil' }), placeholder, path);
            expect(await refusalItemsOf(readZip(zip))).toEqual([
                { errorCode: 'INVALID_OPERATION', message: `Invalid path in zip: ${path}` }
            ]);
        }
    );

    it('is refused with more files than the API takes', async () => {
        const zip = await zipOf({ a: '1', b: '2', c: '3' });
        const refusal = await refusalItemsOf(readZip(zip, { files: 2, unzippedBytes: 100 }));
        expect(refusal).toEqual([{ errorCode: 'INVALID_OPERATION', message: 'Too many files in zip' }]);
    });

    it('is refused when it unzips to more than the API takes, in all', async () => {
        const limits = { files: 10, unzippedBytes: 150_000 };
        const half = 'a'.repeat(100_000);
        await expect(readZip(await zipOf({ a: half }), limits)).resolves.toHaveProperty('size', 1);
        const refusal = await refusalItemsOf(readZip(await zipOf({ a: half, b: half }), limits));
        expect(refusal).toMatchObject([{ errorCode: 'LIMIT_EXCEEDED' }]);
    });

    it('is refused when its content is damaged', async () => {
        const zip = await zipOf({ 'package.xml': 'some content that compresses, some content that compresses' });
        zip.fill(0xff, 45, 60);
        expect(await refusalItemsOf(readZip(zip))).toMatchObject([{ errorCode: 'INVALID_OPERATION' }]);
    });
});
