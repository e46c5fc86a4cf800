import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMPILE_CACHE = join(import.meta.dirname, '../../bridge-server/compileCache.mjs');

/**
 * How Node runs the bridge: with what it compiled before, and with a young generation of 2 MB instead of 16
 * (`npm run bench -- sync`). `npm run bridge` says the same in package.json.
 */
export const bridgeNodeOptions: readonly string[] = [
    '--import',
    pathToFileURL(COMPILE_CACHE).href,
    '--max-semi-space-size=2'
];
