import { createHash } from 'node:crypto';
import type { Org } from '../../org.ts';
import type { PackageFiles } from '../package/packageFiles.ts';
import { readSourceFolder } from '../package/readSourceFolder.ts';
import type { DeployOptions } from './deployOptions.ts';
import type { DeployOutcome } from './deployOutcome.ts';
import { deployPackage } from './deployPackage.ts';
import { describeFailures } from './describeFailures.ts';

/** Remembers, beside the records, what the last start deployed; not an object of the API. */
const FOLDER_TABLE = 'DeployedFolder';
const FOLDER_ROW = 'metadataFolder';

/** How a folder is deployed: whole or not at all. */
export const FOLDER_OPTIONS: DeployOptions = {
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: true,
    singlePackage: true,
    allowMissingFiles: false,
    autoUpdatePackage: false,
    purgeOnDelete: false,
    testLevel: 'NoTestRun'
};

export const NOTHING_DONE: DeployOutcome = {
    status: 'Succeeded',
    messages: [],
    componentsTotal: 0,
    componentErrors: 0
};

/**
 * Deploys a source folder, as the Salesforce CLI would. One that is to the byte what was deployed last is left alone,
 * so that what else was deployed since stays.
 *
 * @throws Error with a line for each problem, those first that others follow from:
 *   `objects/Case/fields/Level__c.field-meta.xml:12:13 CustomField Case.Level__c: …`
 */
export async function deployFolder(org: Org, folder: string, userId: string): Promise<DeployOutcome> {
    const { files, sources } = readSourceFolder(folder);
    const fingerprint = fingerprintOf(files);
    if (org.records.find(FOLDER_TABLE, FOLDER_ROW)?.Fingerprint === fingerprint) return NOTHING_DONE;
    const outcome = await deployPackage(org, files, FOLDER_OPTIONS, userId);
    const failures = describeFailures(outcome, sources);
    if (failures.length > 0) throw new Error(`${folder} can not be deployed:\n${failures.join('\n')}`);
    org.records.transaction(() => org.records.put(FOLDER_TABLE, { Id: FOLDER_ROW, Fingerprint: fingerprint }));
    return outcome;
}

function fingerprintOf(files: PackageFiles): string {
    const hash = createHash('sha256');
    for (const [path, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
        hash.update(JSON.stringify([path, content.length])).update(content);
    }
    return hash.digest('hex');
}
