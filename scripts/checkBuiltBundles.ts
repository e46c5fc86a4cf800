import fs from 'node:fs';
import path from 'node:path';
import type { PackagedComponent } from '../local-org/src/metadata/components/component.ts';
import { checkBundles } from '../local-org/src/metadata/lwc/checkBundles.ts';
import { lwcPlatformOf } from '../local-org/src/metadata/references/lwcPlatformOf.ts';
import { openOrg } from '../local-org/src/openOrg.ts';
import { apiVersions } from '../local-org/src/rest/apiVersions.ts';

const NEWEST_API_VERSION = apiVersions.at(-1)?.version ?? '';

/**
 * Deploys the metadata to a local org, then has it judge the JavaScript that was built beside the TypeScript.
 *
 * @param metadata folder in SFDX source format
 * @returns what the platform would refuse of the built bundles, one line each
 * @throws Error naming what it would refuse of the metadata as it stands
 */
export async function checkBuiltBundles(metadata: string): Promise<string[]> {
    const { org, close } = await openOrg({ metadataFolder: metadata, clock: () => new Date() });
    try {
        const bundles = org.components.ofType('LightningComponentBundle').map((bundle) => readBuilt(bundle, metadata));
        const problems = await checkBundles(bundles, lwcPlatformOf(org, NEWEST_API_VERSION), org.bundleCompiler);
        return problems.map(({ fileName, message }) => `${fileName}: ${message}`);
    } finally {
        await close();
    }
}

function readBuilt(bundle: PackagedComponent, metadata: string): PackagedComponent {
    if (bundle.content.kind !== 'files') return bundle;
    const files = Object.keys(bundle.content.files).map((file) => [
        file,
        fs.readFileSync(path.join(metadata, file)).toString('base64')
    ]);
    return { ...bundle, content: { kind: 'files', files: Object.fromEntries(files) } };
}
