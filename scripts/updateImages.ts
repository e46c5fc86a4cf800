import fs from 'node:fs';
import path from 'node:path';
import { picturesOf, readPages } from './readPages.ts';

/**
 * `npm run images`: copies the pictures that README and the guide show from the last browser run into docs/images, and
 * fails when one is missing, or when docs/images holds one that no page shows.
 */
const root = path.resolve(import.meta.dirname, '..');
const screenshots = path.join(root, 'artifacts/screenshots');

const pictures = picturesOf(readPages(root));
const missing = pictures.filter((picture) => !fs.existsSync(screenshotOf(picture)));
const unshown = fs.globSync('docs/images/*', { cwd: root }).filter((file) => !pictures.includes(file));

for (const picture of pictures)
    if (!missing.includes(picture)) fs.copyFileSync(screenshotOf(picture), path.join(root, picture));
for (const picture of missing)
    console.error(`${picture}: npm run test:browser left no artifacts/screenshots/${path.basename(picture)}`);
for (const file of unshown) console.error(`${file}: no page shows it; delete it`);
console.log(`${pictures.length - missing.length} of ${pictures.length} pictures copied to docs/images`);
process.exitCode = missing.length + unshown.length === 0 ? 0 : 1;

function screenshotOf(picture: string): string {
    return path.join(screenshots, path.basename(picture));
}
