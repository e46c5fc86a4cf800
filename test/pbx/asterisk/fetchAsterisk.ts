import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fetchDebianTree } from './fetchDebianTree.ts';

/** A PBX as Debian builds it. */
export interface AsteriskTree {
    /** Starts a program: `run /usr/sbin/asterisk …`. */
    readonly run: string;
    readonly root: string;
    /** The folder of the modules that it loads. */
    readonly modules: string;
    /** `Asterisk 22.10.1~dfsg+~cs6.17.60671436-1` */
    readonly version: string;
}

const PACKAGES = ['asterisk'];
const SIZE_MEGABYTES = 250;
/** Debian's stable releases have no Asterisk. */
const SUITE_WITH_ASTERISK = 'sid';

/**
 * Debian's Asterisk, fetched on the first run into the user's cache folder. What was cut short is fetched
 * anew. Says which Asterisk it is.
 *
 * @throws Error when it cannot be had: without a PBX nothing is tested
 */
export async function fetchAsterisk(): Promise<AsteriskTree> {
    const suite = process.env['DEBIAN_SUITE'] || SUITE_WITH_ASTERISK;
    const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
    const folder = join(cache, 'softphone-for-salesforce', `asterisk-${suite}`);
    const complete = join(folder, 'complete');
    if (!existsSync(complete)) {
        console.log(`Fetching ${PACKAGES.join(' and ')} into ${folder} (about ${SIZE_MEGABYTES} MB, once) …`);
        const startedMs = performance.now();
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        await fetchDebianTree({ folder, packages: PACKAGES, suite });
        await openTree(folder);
        await writeFile(complete, '');
        console.log(`Fetched in ${Math.round((performance.now() - startedMs) / 1000)} s.`);
    }
    const tree = await openTree(folder);
    console.log(tree.version);
    return tree;
}

/** @throws Error when the folder holds no Asterisk that runs */
export async function openTree(folder: string): Promise<AsteriskTree> {
    const run = join(folder, 'run');
    const root = join(folder, 'root');
    const { stdout } = await promisify(execFile)(run, ['/usr/sbin/asterisk', '-V']);
    return {
        run,
        root,
        modules: dirname(findFile(root, 'usr/lib/*/asterisk/modules/app_queue.so')),
        version: stdout.trim()
    };
}

function findFile(root: string, pattern: string): string {
    const [file] = globSync(pattern, { cwd: root });
    if (!file) throw new Error(`${root} has no ${pattern}.`);
    return join(root, file);
}
