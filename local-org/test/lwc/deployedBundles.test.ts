import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transpileLwc } from '../../../scripts/transpileLwc.ts';
import { textOf } from '../../src/metadata/xml/xmlElement.ts';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';
import { checkBundles } from '../../src/metadata/lwc/checkBundles.ts';
import { BundleCompiler } from '../../src/metadata/lwc/compiler/bundleCompiler.ts';
import { bundleOf, platform } from './bundleOf.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app/main/default');

const names = globSync('lwc/*/', { cwd: FORCE_APP }).map((folder) => basename(folder));
const labels = parseXml(readFileSync(join(FORCE_APP, 'labels/CustomLabels.labels-meta.xml'), 'utf8')).children.map(
    (label) => textOf(label, 'fullName')
);

const channels = globSync('messageChannels/*', { cwd: FORCE_APP }).map((file) => basename(file).split('.')[0] ?? '');

/** What the bundles may name, by type. */
const components: Record<string, readonly (string | undefined)[]> = {
    CustomLabel: labels,
    LightningComponentBundle: names,
    LightningMessageChannel: channels
};
const OBJECTS = ['Account', 'Case', 'Contact', 'Lead'];

function readBundle(name: string) {
    const folder = join(FORCE_APP, 'lwc', name);
    const sources = globSync('*.{ts,html,css,js-meta.xml}', { cwd: folder }).map((file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        return file.endsWith('.ts') ? [file.replace(/ts$/, 'js'), transpileLwc(text, file).code] : [file, text];
    });
    return bundleOf(Object.fromEntries(sources) as Record<string, string>, name);
}

it("accepts every bundle of the project's own", async () => {
    const compiler = new BundleCompiler();
    const forceApp = {
        ...platform,
        hasComponent: (type: string, name: string) => components[type]?.includes(name) ?? false,
        hasObject: (name: string) => OBJECTS.includes(name)
    };
    const problems = await checkBundles(names.map(readBundle), forceApp, compiler);
    await compiler.close();
    expect(names.length).toBeGreaterThan(10);
    expect(problems).toEqual([]);
});
