import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { lwcPlugins, warnOfOwnSources } from './lwcPlugins.ts';
import { consoleFolder, distFolder, repository } from './paths.ts';
import { isComponent, vendorFileName } from './sharedModules.ts';
import { findUsedIcons, usedIcons } from './usedIcons.ts';

const vendorFolder = path.join(distFolder, 'vendor');
const keyFile = path.join(distFolder, 'vendor.key');
const VIRTUAL = '\0vendor:';

/** Builds the LWC engine and the base components into `dist/vendor`, unless what is there is made of the same things. */
export async function buildVendor(sharedModules: string[]): Promise<'built' | 'unchanged'> {
    const icons = findUsedIcons();
    const key = computeKey(sharedModules, icons);
    if (fs.existsSync(keyFile) && fs.readFileSync(keyFile, 'utf8') === key) return 'unchanged';
    fs.rmSync(distFolder, { recursive: true, force: true });
    const bundle = await rollup({
        input: Object.fromEntries(
            sharedModules.map((module) => [path.parse(vendorFileName(module)).name, `vendor:${module}`])
        ),
        preserveEntrySignatures: 'strict',
        plugins: [vendorEntries, usedIcons(icons), ...lwcPlugins()],
        onwarn: warnOfOwnSources
    });
    await bundle.write({ dir: vendorFolder, format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' });
    await bundle.close();
    fs.writeFileSync(keyFile, key);
    return 'built';
}

/** One entry for each shared module, so that the app part can import it by address. */
const vendorEntries: Plugin = {
    name: 'vendor-entries',
    resolveId: (id) => (id.startsWith('vendor:') ? `\0${id}` : null),
    load(id) {
        if (!id.startsWith(VIRTUAL)) return null;
        const module = id.slice(VIRTUAL.length);
        return isComponent(module) ? `export { default } from '${module}';` : `export * from '${module}';`;
    }
};

/** Changes whenever the vendor part would come out different. */
function computeKey(sharedModules: string[], icons: string[]): string {
    const hash = createHash('sha256');
    hash.update(fs.readFileSync(path.join(repository, 'package-lock.json')));
    for (const folder of ['stubs', 'build', 'modules/console/shellEvents'].map((name) =>
        path.join(consoleFolder, name)
    )) {
        const files = fs.globSync('**/*.*', { cwd: folder, exclude: ['**/__tests__/**'] }).sort();
        for (const file of files) hash.update(fs.readFileSync(path.join(folder, file)));
    }
    hash.update(JSON.stringify([sharedModules, icons]));
    return hash.digest('hex');
}
