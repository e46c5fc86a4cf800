import fs from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { lwcPlugins, warnOfOwnSources } from './lwcPlugins.ts';
import { consoleFolder, distFolder } from './paths.ts';
import { vendorFileName } from './sharedModules.ts';

const sourceFolder = path.join(consoleFolder, 'src');
const STATIC_FILES = ['index.html', 'page.css'];

/** Builds the softphone and the page around it into `dist`, on top of the vendor part. */
export async function buildApp(sharedModules: string[]): Promise<void> {
    const bundle = await rollup({
        input: path.join(sourceFolder, 'main.ts'),
        external: sharedModules,
        plugins: lwcPlugins(),
        onwarn: warnOfOwnSources
    });
    await bundle.write({
        dir: distFolder,
        format: 'es',
        sourcemap: true,
        chunkFileNames: '[name].js',
        paths: Object.fromEntries(sharedModules.map((module) => [module, `./vendor/${vendorFileName(module)}`]))
    });
    await bundle.close();
    for (const file of STATIC_FILES) fs.copyFileSync(path.join(sourceFolder, file), path.join(distFolder, file));
}
