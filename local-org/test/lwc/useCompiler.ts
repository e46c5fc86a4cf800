import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackagedComponent } from '../../src/metadata/components/component.ts';
import { checkBundles } from '../../src/metadata/lwc/checkBundles.ts';
import { BundleCompiler } from '../../src/metadata/lwc/compiler/bundleCompiler.ts';
import type { ComponentProblem } from '../../src/metadata/metadataProblem.ts';
import { platform } from './bundleOf.ts';

/** Checks bundles against the test's platform, with a compiler that knows no verdicts when the tests start. */
export function useCompiler(): (...bundles: PackagedComponent[]) => Promise<ComponentProblem[]> {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'verdicts-'));
    const compiler = new BundleCompiler(cacheFolder);
    afterAll(async () => {
        await compiler.close();
        rmSync(cacheFolder, { recursive: true });
    });
    return (...bundles) => checkBundles(bundles, platform, compiler);
}
