import { openJournal, openMemoryJournal } from './data/openJournal.ts';
import { RecordStore } from './data/recordStore.ts';
import { componentOf, COMPONENT_TABLE } from './metadata/components/componentRows.ts';
import { ComponentSet } from './metadata/components/componentSet.ts';
import { deployFolder } from './metadata/deploy/deployFolder.ts';
import { deriveConfiguration } from './metadata/derive/deriveConfiguration.ts';
import { BundleCompiler } from './metadata/lwc/compiler/bundleCompiler.ts';
import type { Org } from './org.ts';
import { assignPermissionSets } from './seed/assignPermissionSets.ts';
import { caseAssignmentRule } from './seed/caseAssignmentRule.ts';
import { plantCustomers } from './seed/plantCustomers.ts';
import { plantSetup } from './seed/plantSetup.ts';
import { ADMINISTRATOR_ID } from './seed/setupIds.ts';

export interface OpenOrgOptions {
    /** Folder of SFDX metadata, such as `force-app/main/default`. */
    metadataFolder: string;
    /** Folder of the journal; without it the org is forgotten when it stops. */
    dataDir?: string;
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
 * @throws Error naming all that a deploy has against the folder
 */
export async function openOrg({ metadataFolder, dataDir, clock }: OpenOrgOptions): Promise<OpenedOrg> {
    const journal = dataDir === undefined ? openMemoryJournal() : openJournal(dataDir);
    let isStarting = true;
    const records = new RecordStore((commit) => {
        if (!isStarting) journal.append(commit);
    });
    for (const commit of journal.commits) records.replay(commit);
    const org = restoreOrg(records, clock);
    const close = async () => {
        await org.bundleCompiler.close();
        journal.close();
    };
    try {
        await prepare(org, metadataFolder, journal.commits.length === 0 ? 'firstStart' : 'restart');
    } catch (error) {
        await close();
        throw error;
    }
    isStarting = false;
    journal.compact(records.snapshot());
    return { org, close };
}

function restoreOrg(records: RecordStore, clock: () => Date): Org {
    const components = new ComponentSet([...records.all(COMPONENT_TABLE)].map(componentOf));
    const bundleCompiler = new BundleCompiler();
    return { components, ...deriveConfiguration(components), caseAssignmentRule, records, bundleCompiler, clock };
}

/** The seed's customers have values in fields that the folder brings. */
async function prepare(org: Org, metadataFolder: string, start: 'firstStart' | 'restart'): Promise<void> {
    if (start === 'firstStart') org.records.transaction(() => plantSetup(org));
    const outcome = await deployFolder(org, metadataFolder, ADMINISTRATOR_ID);
    org.records.transaction(() => {
        if (start === 'firstStart') plantCustomers(org);
        assignPermissionSets(org, outcome);
    });
}
