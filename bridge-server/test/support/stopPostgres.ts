import { rm } from 'node:fs/promises';
import './startPostgres.ts';

export default async function stopPostgres(): Promise<void> {
    if (!globalThis.testPostgres) return;
    const { postgres, dataDir } = globalThis.testPostgres;
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
}
