import JSZip from 'jszip';

/** A package's zip, of its files' texts by path in it: `{ 'package.xml': …, 'objects/Case.object': … }`. */
export async function zipPackage(files: Record<string, string>): Promise<Buffer> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return zip.generateAsync({ type: 'nodebuffer' });
}
