import type { OAuthServer } from '../auth/oauthServer.ts';
import type { FaultSchedule } from '../faults/faultSchedule.ts';
import type { CallLedger } from '../ledger/callLedger.ts';
import type { MetadataJobs } from '../metadata/api/metadataJobs.ts';
import type { QueryCursors } from '../query/queryCursors.ts';
import type { ApiUsage } from '../rest/apiUsage.ts';

/** The org as it stands on the network, with what belongs to serving rather than to the org itself. */
export interface LocalOrgServer extends OAuthServer {
    usage: ApiUsage;
    cursors: QueryCursors;
    metadataJobs: MetadataJobs;
    faults: FaultSchedule;
    ledger: CallLedger;
    /** Aborted when the server stops, so that nothing waits on. */
    closing: AbortSignal;
}
