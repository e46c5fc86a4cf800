import { describeFailures } from '../local-org/src/metadata/deploy/describeFailures.ts';
import { FOLDER_OPTIONS } from '../local-org/src/metadata/deploy/deployFolder.ts';
import type { DeployMessage } from '../local-org/src/metadata/deploy/deployOutcome.ts';
import { deployPackage } from '../local-org/src/metadata/deploy/deployPackage.ts';
import { readSourceFolder } from '../local-org/src/metadata/package/readSourceFolder.ts';
import { openOrg } from '../local-org/src/openOrg.ts';
import { ADMINISTRATOR_ID } from '../local-org/src/seed/setupIds.ts';

/**
 * Has a local org judge the metadata with the JavaScript that was built beside the TypeScript. That a permission set or
 * a page names what the folder does not bring is no fault: the org to which it goes may have it.
 *
 * @param metadata folder in SFDX source format
 * @returns what the platform would refuse, one line each: `lwc/softphone/softphone.js:5:2 …`
 * @throws SourceError naming a file that can not be deployed at all
 */
export async function checkBuiltBundles(metadata: string): Promise<string[]> {
    const { files, sources } = readSourceFolder(metadata, 'build');
    const { org, close } = await openOrg({ metadataFolder: null, clock: () => new Date() });
    try {
        const outcome = await deployPackage(org, files, { ...FOLDER_OPTIONS, checkOnly: true }, ADMINISTRATOR_ID);
        return describeFailures({ ...outcome, messages: outcome.messages.filter(isWrongAnywhere) }, sources);
    } finally {
        await close();
    }
}

function isWrongAnywhere({ missing }: DeployMessage): boolean {
    return missing === undefined;
}
