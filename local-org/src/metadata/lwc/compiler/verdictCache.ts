import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleSource } from './bundleSource.ts';
import type { BundleVerdict } from './bundleVerdict.ts';

/** To be raised when verdicts come to hold something else. */
const VERDICT_FORMAT = 1;

/**
 * Verdicts in a folder, one file each, so that a bundle is compiled once by each version of the compiler. Several
 * processes may share the folder: a file appears whole or not at all, and one that is damaged counts as missing. A
 * folder that cannot be written costs time, nothing else.
 */
export class VerdictCache {
    readonly #folder: string;
    readonly #compilerVersion: string;

    constructor(folder: string, compilerVersion: string) {
        this.#folder = folder;
        this.#compilerVersion = compilerVersion;
    }

    find(source: BundleSource): BundleVerdict | undefined {
        const [checksum, verdict] = this.#read(source).split('\n', 2);
        return verdict !== undefined && checksum === hash(verdict) ? (JSON.parse(verdict) as BundleVerdict) : undefined;
    }

    keep(source: BundleSource, verdict: BundleVerdict): void {
        const text = JSON.stringify(verdict);
        try {
            mkdirSync(this.#folder, { recursive: true });
            writeWhole(this.#fileOf(source), `${hash(text)}\n${text}`);
        } catch {
            // then the next org asks the compiler again
        }
    }

    #read(source: BundleSource): string {
        try {
            return readFileSync(this.#fileOf(source), 'utf8');
        } catch {
            return '';
        }
    }

    #fileOf({ name, apiVersion, dynamicComponents, files }: BundleSource): string {
        const sortedFiles = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
        const key = [VERDICT_FORMAT, this.#compilerVersion, name, apiVersion, dynamicComponents, sortedFiles];
        return join(this.#folder, `${hash(JSON.stringify(key))}.json`);
    }
}

function hash(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

function writeWhole(file: string, content: string): void {
    const draft = `${file}.${randomUUID()}.draft`;
    try {
        writeFileSync(draft, content);
        renameSync(draft, file);
    } catch (error) {
        rmSync(draft, { force: true });
        throw error;
    }
}
