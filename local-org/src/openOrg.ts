import { join } from 'node:path';
import { openJournal, openMemoryJournal, type Journal } from './data/openJournal.ts';
import { RecordStore } from './data/recordStore.ts';
import { loadObjects } from './metadata/loadObjects.ts';
import { loadPermissionSets } from './metadata/loadPermissionSets.ts';
import type { Org } from './org.ts';
import { Schema } from './schema/schema.ts';
import { standardObjects } from './schema/standard/standardObjects.ts';
import { caseAssignmentRule } from './seed/caseAssignmentRule.ts';
import { installPermissionSets } from './seed/installPermissionSets.ts';
import { plantCustomers } from './seed/plantCustomers.ts';
import { plantSetup } from './seed/plantSetup.ts';

export interface OpenOrgOptions {
    /** Folder of SFDX metadata, such as `force-app/main/default`. */
    metadataFolder: string;
    /** Folder of the journal; without it the org is forgotten when it stops. */
    dataDir?: string;
    clock: () => Date;
}

export interface OpenedOrg {
    org: Org;
    close(): void;
}

/** An org configured by its metadata, with the records of its journal, or seeded when it has none. */
export function openOrg({ metadataFolder, dataDir, clock }: OpenOrgOptions): OpenedOrg {
    const journal = dataDir === undefined ? openMemoryJournal() : openJournal(dataDir);
    const records = new RecordStore((commit) => journal.append(commit));
    const schema = new Schema(loadObjects(standardObjects, join(metadataFolder, 'objects')));
    const org: Org = {
        schema,
        permissionSets: loadPermissionSets(join(metadataFolder, 'permissionsets'), schema),
        caseAssignmentRule,
        records,
        clock
    };
    fillRecords(org, journal);
    return { org, close: () => journal.close() };
}

function fillRecords(org: Org, journal: Journal): void {
    for (const commit of journal.commits) org.records.replay(commit);
    org.records.transaction(() => {
        if (journal.commits.length === 0) {
            plantSetup(org);
            plantCustomers(org);
        }
        installPermissionSets(org);
    });
    journal.compact(org.records.snapshot());
}
