import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLI_VERSION = '2.150.6';
const SIZE_MEGABYTES = 300;

/**
 * The file that starts the real Salesforce CLI, installed from npm on the first run into the user's cache folder: it is
 * larger than the product and no dependency of it. An installation that was cut short is made anew.
 */
export async function installSalesforceCli(): Promise<string> {
    const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
    const folder = join(cache, 'softphone-for-salesforce', `salesforce-cli-${CLI_VERSION}`);
    const complete = join(folder, 'complete');
    const startFile = join(folder, 'node_modules/@salesforce/cli/bin/run.js');
    if (!existsSync(complete)) {
        console.log(`Installing @salesforce/cli ${CLI_VERSION} into ${folder} (about ${SIZE_MEGABYTES} MB, once) …`);
        const startedMs = performance.now();
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
        await installFromNpm(folder);
        await writeFile(complete, '');
        console.log(`Installed in ${Math.round((performance.now() - startedMs) / 1000)} s.`);
    }
    const { stdout } = await promisify(execFile)(process.execPath, [startFile, '--version']);
    console.log(stdout.trim());
    return startFile;
}

async function installFromNpm(folder: string): Promise<void> {
    const options = ['--no-audit', '--no-fund', '--progress=true', '--loglevel=error'];
    const npm = spawn('npm', ['install', ...options, `@salesforce/cli@${CLI_VERSION}`], {
        cwd: folder,
        stdio: 'inherit',
        shell: process.platform === 'win32'
    });
    const [code] = (await once(npm, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`npm could not install @salesforce/cli@${CLI_VERSION}; its output is above.`);
}
