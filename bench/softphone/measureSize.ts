import { readdirSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import { lwcPlugins, warnOfOwnSources } from '../../console/build/lwcPlugins.ts';
import { lwcFolder } from '../../console/build/paths.ts';

/** One bundle as a browser gets it. */
export interface BundleSize {
    readonly name: string;
    /** Compiled templates, styles and JavaScript, minified. */
    readonly bytes: number;
}

/** What the platform serves by itself, and every other bundle, which is a file of its own. */
const ELSEWHERE = /^(lwc$|c\/|lightning\/|@salesforce\/)/;

/**
 * The size of every bundle of the softphone in production, the largest first. Each is compiled alone, as the platform
 * does it: what it imports counts where it is, and what nobody imports from it counts, too. The texts of the labels are
 * the platform's. Comments and blanks go, local names are shortened; nothing is compressed.
 */
export async function measureSize(): Promise<BundleSize[]> {
    const sizes: BundleSize[] = [];
    for (const name of readdirSync(lwcFolder)) {
        const entry = join(lwcFolder, name, `${name}.ts`);
        if (existsSync(entry)) sizes.push({ name, bytes: Buffer.byteLength(await compile(entry)) });
    }
    return sizes.sort((a, b) => b.bytes - a.bytes);
}

async function compile(entry: string): Promise<string> {
    const bundle = await rollup({
        input: entry,
        external: (id) => ELSEWHERE.test(id),
        plugins: lwcPlugins(),
        onwarn: warnOfOwnSources
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    await bundle.close();
    const { code } = await minify(output[0].code, { module: true, compress: true, mangle: true });
    return code;
}
