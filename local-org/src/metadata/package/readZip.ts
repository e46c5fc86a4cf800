import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { refuse } from '../../errors/refusals.ts';
import type { PackageFiles } from './packageFiles.ts';

/** What becomes a SOAP message of 50 MB, the longest that is taken, as base64. */
const LONGEST_ZIP_BYTES = 39_321_600;
const MOST_FILES = 10_000;
const MOST_UNZIPPED_BYTES = 629_145_600;

/** How much a zip may hold; the Metadata API's own limits unless told otherwise. */
export interface ZipLimits {
    files: number;
    unzippedBytes: number;
}

/**
 * The files of a zip by their path in it. The limits are those of the Metadata API Developer Guide, "Deploying and
 * Retrieving Metadata with the Zip File".
 *
 * @throws SalesforceError INVALID_OPERATION for what is no zip, holds too many files or one outside its own root;
 *     LIMIT_EXCEEDED for one too large. "Too many files in zip" is the platform's wording, the others are not certain.
 */
export async function readZip(
    bytes: Buffer,
    limits: ZipLimits = { files: MOST_FILES, unzippedBytes: MOST_UNZIPPED_BYTES }
): Promise<PackageFiles> {
    if (bytes.length === 0) throw refuse('INVALID_OPERATION', 'No zip file content passed in');
    if (bytes.length > LONGEST_ZIP_BYTES) {
        throw refuse('LIMIT_EXCEEDED', `Maximum size of zip file reached. Maximum size is ${LONGEST_ZIP_BYTES} bytes.`);
    }
    const entries = Object.values((await openZip(bytes)).files).filter((entry) => !entry.dir);
    if (entries.length > limits.files) throw refuse('INVALID_OPERATION', 'Too many files in zip');
    return unzip(entries, limits.unzippedBytes);
}

async function openZip(bytes: Buffer): Promise<JSZip> {
    try {
        return await JSZip.loadAsync(bytes);
    } catch {
        throw refuse('INVALID_OPERATION', 'Invalid zip file');
    }
}

async function unzip(entries: JSZip.JSZipObject[], mostBytes: number): Promise<PackageFiles> {
    const files = new Map<string, Buffer>();
    let left = mostBytes;
    for (const entry of entries) {
        const path = entry.unsafeOriginalName ?? entry.name;
        if (leavesItsRoot(path)) throw refuse('INVALID_OPERATION', `Invalid path in zip: ${path}`);
        const content = await unzipEntry(entry, left);
        left -= content.length;
        files.set(path, content);
    }
    return files;
}

/** Stops as soon as the content is too long, whatever length the zip declares. */
async function unzipEntry(entry: JSZip.JSZipObject, mostBytes: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of readEntry(entry)) {
        length += chunk.length;
        if (length > mostBytes) throw refuse('LIMIT_EXCEEDED', 'Maximum size of the unzipped files reached.');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
}

async function* readEntry(entry: JSZip.JSZipObject): AsyncGenerator<Buffer> {
    // what JSZip gives is a stream of an older kind, that cannot be iterated
    const stream = new Readable().wrap(entry.nodeStream());
    try {
        for await (const chunk of stream) yield chunk;
    } catch {
        throw refuse('INVALID_OPERATION', 'Invalid zip file');
    }
}

function leavesItsRoot(path: string): boolean {
    return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..') || path.includes('\\');
}
