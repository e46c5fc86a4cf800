import fs from 'node:fs';
import path from 'node:path';
import { checkBuiltBundles } from './checkBuiltBundles.ts';
import { transpileLwc } from './transpileLwc.ts';

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

const problems = await checkBuiltBundles(metadata);
if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
} else {
    console.log(`${sources.length} files built; the local org accepts them`);
}
