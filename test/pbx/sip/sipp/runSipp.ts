import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endsWithThisProcess } from '../../endsWithThisProcess.ts';
import { sippArguments, type SippOptions } from './sippArguments.ts';

/** Runs sipp to its end without a control connection. Throws what it says when a call of it failed. */
export async function runSipp(options: SippOptions): Promise<void> {
    mkdirSync(options.folder, { recursive: true });
    writeFileSync(join(options.folder, `${options.name}.xml`), options.scenario);
    const { list } = await sippArguments(options);
    const sipp = spawn(...endsWithThisProcess('sipp', list), {
        cwd: options.folder,
        stdio: ['ignore', 'ignore', 'pipe']
    });
    let complaints = '';
    sipp.stderr.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-2000)));
    const [code] = (await once(sipp, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`sipp (${options.name}) ended with ${code}; see ${options.folder}. ${complaints}`);
}
