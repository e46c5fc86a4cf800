/**
 * Keeps what Node made of the sources, so that it need not strip their types at every start. Given to Node as
 * `--import`, because the first source counts too. Where the folder cannot be written to, nothing is kept.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/local-org/code', import.meta.url)));
