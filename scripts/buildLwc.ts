import fs from 'node:fs';
import path from 'node:path';
import { SourceError } from '../local-org/src/metadata/package/sourceError.ts';
import { checkBuiltBundles } from './checkBuiltBundles.ts';
import { transpileLwc } from './transpileLwc.ts';

/** `npm run build:lwc`: the components' TypeScript to the JavaScript that is deployed, and whether it would deploy. */
const metadata = path.resolve(import.meta.dirname, '../force-app/main/default');

/** The sources of every bundle that are compiled to JavaScript, without tests. */
const sources = fs
    .globSync('lwc/*/*.ts', { cwd: metadata })
    .map((file) => path.join(metadata, file))
    .sort();

// what was built from a source that is gone must not be deployed
for (const file of fs.globSync('lwc/*/*.js', { cwd: metadata })) fs.rmSync(path.join(metadata, file));
for (const source of sources) {
    const { code } = transpileLwc(fs.readFileSync(source, 'utf8'), source);
    fs.writeFileSync(source.replace(/\.ts$/, '.js'), code);
}

const problems = await checkBuiltBundles(metadata).catch((error: unknown) => {
    if (error instanceof SourceError) return [error.message];
    throw error;
});
if (problems.length > 0) {
    console.error(`${path.relative(process.cwd(), metadata)} can not be deployed:\n${problems.join('\n')}`);
    process.exitCode = 1;
} else {
    console.log(`${sources.length} files built; the local org accepts them`);
}
