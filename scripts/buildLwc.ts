import fs from 'node:fs';
import path from 'node:path';
import { checkLwcCompile } from './checkLwcCompile.ts';
import { transpileLwc } from './transpileLwc.ts';

const metadata = path.resolve(import.meta.dirname, '../force-app/main/default');

/** The sources of every bundle, without tests and type declarations. */
const sources = fs
    .globSync('lwc/*/*.{ts,html,css}', { cwd: metadata })
    .map((file) => path.join(metadata, file))
    .sort();

// what was built from a source that is gone must not be deployed
for (const file of fs.globSync('lwc/*/*.js', { cwd: metadata })) fs.rmSync(path.join(metadata, file));

const labels = new Set(
    Array.from(
        fs
            .readFileSync(path.join(metadata, 'labels/CustomLabels.labels-meta.xml'), 'utf8')
            .matchAll(/<fullName>(\w+)<\/fullName>/g),
        ([, name = '']) => name
    )
);

const problems = sources.map(build).flatMap((file) => checkLwcCompile(file, labels));
if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
} else {
    console.log(`${sources.length} files built; the platform's compiler accepts them`);
}

/** Writes the JavaScript of a TypeScript source beside it. @returns the file that is deployed */
function build(source: string): string {
    if (!source.endsWith('.ts')) return source;
    const deployed = source.replace(/\.ts$/, '.js');
    fs.writeFileSync(deployed, transpileLwc(fs.readFileSync(source, 'utf8'), source).code);
    return deployed;
}
