import { join } from 'node:path';
import type { BenchDatabase } from '../stack/benchDatabase.ts';
import { checksum, filesBelow } from './storedFiles.ts';
import type { WaveAudio } from './waveAudio.ts';

export interface StoreAudit {
    /** Copies whose bytes are the source's, and of which the bridge says the same. */
    readonly right: number;
    readonly wrong: number;
    readonly missing: number;
    /** Files that are nobody's copy, and copies that two recordings share. */
    readonly superfluous: number;
}

interface Row {
    readonly name: string;
    readonly format: string;
    readonly file: string | null;
    readonly sha256: string | null;
}

const ROWS = "SELECT name, format, file, sha256 FROM recordings WHERE name LIKE 'ingest-%'";
const OTHERS = "SELECT file FROM recordings WHERE name NOT LIKE 'ingest-%' AND file IS NOT NULL";

/** Reads every file of the bridge's store again and compares it with what the source had. */
export async function auditStore(
    database: BenchDatabase,
    storeDir: string,
    vendor: ReadonlyMap<string, WaveAudio>
): Promise<StoreAudit> {
    const rows = await database.query<Row>(ROWS);
    const others = await database.query<{ file: string }>(OTHERS);
    const found = new Set(await filesBelow(storeDir));
    const used = new Set(others.map(({ file }) => file));
    const known = new Set<string>();
    let right = 0;
    let wrong = 0;
    let shared = 0;
    for (const { name, format, file, sha256 } of rows) {
        if (file === null || !found.has(file)) continue;
        if (used.has(file)) shared += 1;
        used.add(file);
        const key = `${name}.${format}`;
        known.add(key);
        const expected = vendor.get(key)?.sha256;
        if (expected === sha256 && (await checksum(join(storeDir, file))) === expected) right += 1;
        else wrong += 1;
    }
    const strays = [...found].filter((file) => !used.has(file)).length;
    const missing = [...vendor.keys()].filter((key) => !known.has(key)).length;
    return { right, wrong, missing, superfluous: shared + strays };
}
