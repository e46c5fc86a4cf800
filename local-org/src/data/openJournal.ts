import {
    closeSync,
    existsSync,
    fstatSync,
    ftruncateSync,
    mkdirSync,
    openSync,
    readFileSync,
    renameSync,
    writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Commit } from './recordStore.ts';

const JOURNAL_FILE = 'journal.jsonl';
/** Records and session tokens: for the owner's eyes. */
const OWNER_ONLY = 0o600;

export interface Journal {
    /** The commits of earlier runs, oldest first; none on the first start. */
    commits: Commit[];
    append(commit: Commit): void;
    /** Replaces everything written so far by one commit that says the same. */
    compact(snapshot: Commit): void;
    close(): void;
}

/** A journal that forgets: for tests and throw-away demos. */
export function openMemoryJournal(): Journal {
    return { commits: [], append() {}, compact() {}, close() {} };
}

/** One line of JSON for each commit. A last line cut short by a crash was never acknowledged, and is left out. */
export function openJournal(dataDir: string): Journal {
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, JOURNAL_FILE);
    const commits = existsSync(file) ? readCommits(readFileSync(file, 'utf8')) : [];
    let descriptor = openSync(file, 'a', OWNER_ONLY);
    return {
        commits,
        append(commit) {
            appendWhole(descriptor, toLine(commit));
        },
        compact(snapshot) {
            const fresh = `${file}.new`;
            writeFileSync(fresh, toLine(snapshot), { mode: OWNER_ONLY, flush: true });
            closeSync(descriptor);
            renameSync(fresh, file);
            descriptor = openSync(file, 'a', OWNER_ONLY);
        },
        close() {
            closeSync(descriptor);
        }
    };
}

/** A line that a full disk cut short is taken back: the next one would be written behind its half. */
function appendWhole(descriptor: number, line: string): void {
    const { size } = fstatSync(descriptor);
    try {
        writeFileSync(descriptor, line);
    } catch (error) {
        ftruncateSync(descriptor, size);
        throw error;
    }
}

function toLine(commit: Commit): string {
    return `${JSON.stringify(commit)}\n`;
}

function readCommits(text: string): Commit[] {
    const completeLines = text.split('\n').slice(0, -1);
    return completeLines.map((line) => JSON.parse(line) as Commit);
}
