import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/embeddedPostgres.ts';

declare global {
    var testPostgres: { postgres: EmbeddedPostgres; dataDir: string } | undefined;
}

/** One real PostgreSQL for all tests of a run; every test file makes a database of its own on it. */
export default async function startPostgres(): Promise<void> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bridge-test-'));
    const postgres = await startEmbeddedPostgres(dataDir);
    globalThis.testPostgres = { postgres, dataDir };
    process.env['TEST_POSTGRES'] = JSON.stringify(postgres.address);
}
