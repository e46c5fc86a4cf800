import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transpileLwc } from '../../scripts/transpileLwc.ts';

/** What a file that imports nothing but types keeps of being a module; a page's first script is none. */
const MODULE_MARK = /^export \{\};$/m;

/** What runs in the page before its own scripts, as JavaScript: the scripts of `page/`. */
export const readPageScripts = (): string[] =>
    ['probe.ts', 'playCalls.ts'].map((file) =>
        transpileLwc(readFileSync(join(import.meta.dirname, 'page', file), 'utf8'), file).code.replace(MODULE_MARK, '')
    );
