import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMPILE_CACHE = join(import.meta.dirname, '../../local-org/compileCache.mjs');

/**
 * How Node runs the local org: with what it compiled before, and with a young generation of 4 MB instead of 16, which
 * costs no speed and keeps 45 MB that a burst of requests would have taken (`npm run bench -- local-org`).
 * `npm run org` says the same in package.json.
 */
export const orgNodeOptions: readonly string[] = [
    '--import',
    pathToFileURL(COMPILE_CACHE).href,
    '--max-semi-space-size=4'
];
