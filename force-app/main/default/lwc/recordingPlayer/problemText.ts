import type { DeletionFacts, RecordingProblem } from 'bridge/contract';
import timeZone from '@salesforce/i18n/timeZone';
import broken from '@salesforce/label/c.Softphone_PlayerBroken';
import notReady from '@salesforce/label/c.Softphone_PlayerNotReady';
import lost from '@salesforce/label/c.Softphone_PlayerLost';
import deleted from '@salesforce/label/c.Softphone_PlayerDeleted';
import deletedByRetention from '@salesforce/label/c.Softphone_PlayerDeletedByRetention';
import erased from '@salesforce/label/c.Softphone_PlayerErased';
import noCase from '@salesforce/label/c.Softphone_PlayerNoCase';
import caseNotReadable from '@salesforce/label/c.Softphone_PlayerCaseNotReadable';
import notRecorded from '@salesforce/label/c.Softphone_PlayerNotRecorded';
import protocolUnknown from '@salesforce/label/c.Softphone_PlayerProtocolUnknown';
import forbidden from '@salesforce/label/c.Softphone_PlayerForbidden';
import salesforceAway from '@salesforce/label/c.Softphone_PlayerSalesforceAway';
import unreachable from '@salesforce/label/c.Softphone_PlayerUnreachable';
import noSoftphone from '@salesforce/label/c.Softphone_PlayerNoSoftphone';
import { fillPlaceholders, formatMoment } from 'c/callFormat';
import type { RecordingFailure } from './recordingState';

/** The browser could not play what it was given, nor what it was given instead. */
export const BROKEN = 'broken';

const PROBLEMS: Readonly<Record<RecordingProblem, string>> = {
    'protocol-unknown': protocolUnknown,
    'not-recorded': notRecorded,
    'recording-not-ready': notReady,
    'recording-lost': lost,
    'recording-deleted': deleted,
    'no-case': noCase,
    'case-not-readable': caseNotReadable,
    'ticket-refused': broken
};

const OTHER_PROBLEMS: Readonly<Record<string, string>> = {
    [BROKEN]: broken,
    'salesforce-away': salesforceAway,
    forbidden,
    absent: noSoftphone
};

const ALL_PROBLEMS = new Map(Object.entries({ ...PROBLEMS, ...OTHER_PROBLEMS }));

const DELETIONS: Readonly<Record<DeletionFacts['kind'], string>> = { retention: deletedByRetention, erased };

/** Why a recording is not to be heard, in words. */
export function problemText({ reason, deletion }: RecordingFailure): string {
    if (deletion) return fillPlaceholders(DELETIONS[deletion.kind], formatMoment(deletion.at, timeZone));
    return ALL_PROBLEMS.get(reason) ?? unreachable;
}
