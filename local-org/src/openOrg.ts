import { openJournal, openMemoryJournal, type Journal } from './data/openJournal.ts';
import { RecordStore } from './data/recordStore.ts';
import { componentOf, COMPONENT_TABLE } from './metadata/components/componentRows.ts';
import { ComponentSet } from './metadata/components/componentSet.ts';
import { deployFolder, NOTHING_DONE } from './metadata/deploy/deployFolder.ts';
import { deriveConfiguration } from './metadata/derive/deriveConfiguration.ts';
import { BundleCompiler } from './metadata/lwc/compiler/bundleCompiler.ts';
import type { Org } from './org.ts';
import type { OrgFeature } from './orgFeature.ts';
import { assignPermissionSets } from './seed/assignPermissionSets.ts';
import { caseAssignmentRule } from './seed/caseAssignmentRule.ts';
import { plantCustomers } from './seed/plantCustomers.ts';
import { plantSetup } from './seed/plantSetup.ts';
import { ADMINISTRATOR_ID } from './seed/setupIds.ts';

export interface OpenOrgOptions {
    /** Folder of SFDX metadata, such as `force-app/main/default`; null for an org without anybody's metadata. */
    metadataFolder: string | null;
    /** Folder of the journal; without it the org is forgotten when it stops. */
    dataDir?: string;
    features?: readonly OrgFeature[];
    clock: () => Date;
}

export interface OpenedOrg {
    org: Org;
    close(): Promise<void>;
}

/**
 * An org with the records and components of its journal, or seeded when it has none, to which the folder is deployed
 * unless it was what the last start deployed. What a start does is written at its end: one that fails leaves no trace.
 *
 * @throws Error naming all that a deploy has against the folder, or what to do about data that cannot be read
 */
export async function openOrg({ metadataFolder, dataDir, features = [], clock }: OpenOrgOptions): Promise<OpenedOrg> {
    const journal = dataDir === undefined ? openMemoryJournal() : readData(dataDir, () => openJournal(dataDir));
    let isStarting = true;
    const records = new RecordStore((commit) => {
        if (!isStarting) journal.append(commit);
    });
    const bundleCompiler = new BundleCompiler();
    const close = async () => {
        await bundleCompiler.close();
        journal.close();
    };
    try {
        const components = readData(dataDir, () => restoreComponents(records, journal));
        const configuration = readData(dataDir, () => deriveConfiguration(components, features));
        const org: Org = { components, ...configuration, features, caseAssignmentRule, records, bundleCompiler, clock };
        await prepare(org, metadataFolder, journal.commits.length === 0 ? 'firstStart' : 'restart');
        isStarting = false;
        journal.compact(records.snapshot());
        return { org, close };
    } catch (error) {
        await close();
        throw error;
    }
}

function restoreComponents(records: RecordStore, { commits }: Journal): Org['components'] {
    for (const commit of commits) records.replay(commit);
    return new ComponentSet([...records.all(COMPONENT_TABLE)].map(componentOf));
}

/** What another version wrote may be anything. */
function readData<Data>(dataDir: string | undefined, read: () => Data): Data {
    try {
        return read();
    } catch (error) {
        const advice = 'Another version may have written it: remove the folder to start anew.';
        throw new Error(`The local org cannot read its data in ${dataDir}. ${advice}`, { cause: error });
    }
}

/** The seed's customers have values in fields that the folder brings. */
async function prepare(org: Org, metadataFolder: string | null, start: 'firstStart' | 'restart'): Promise<void> {
    if (start === 'firstStart') org.records.transaction(() => plantSetup(org));
    const outcome = metadataFolder === null ? NOTHING_DONE : await deployFolder(org, metadataFolder, ADMINISTRATOR_ID);
    org.records.transaction(() => {
        if (start === 'firstStart') plantCustomers(org);
        assignPermissionSets(org, outcome);
    });
}
