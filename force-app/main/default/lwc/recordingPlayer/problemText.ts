import type { RecordingProblem } from 'bridge/contract';
import broken from '@salesforce/label/c.Softphone_PlayerBroken';
import notReady from '@salesforce/label/c.Softphone_PlayerNotReady';
import lost from '@salesforce/label/c.Softphone_PlayerLost';
import deleted from '@salesforce/label/c.Softphone_PlayerDeleted';
import noCase from '@salesforce/label/c.Softphone_PlayerNoCase';
import caseNotReadable from '@salesforce/label/c.Softphone_PlayerCaseNotReadable';
import notRecorded from '@salesforce/label/c.Softphone_PlayerNotRecorded';
import protocolUnknown from '@salesforce/label/c.Softphone_PlayerProtocolUnknown';
import forbidden from '@salesforce/label/c.Softphone_PlayerForbidden';
import salesforceAway from '@salesforce/label/c.Softphone_PlayerSalesforceAway';
import unreachable from '@salesforce/label/c.Softphone_PlayerUnreachable';
import noSoftphone from '@salesforce/label/c.Softphone_PlayerNoSoftphone';

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

/** Why a recording is not to be heard, in words. @param reason a problem's name */
export const problemText = (reason: string): string => ALL_PROBLEMS.get(reason) ?? unreachable;
