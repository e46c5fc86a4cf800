import { type AuditCommand, readAuditCommand } from './audit/auditCommand.ts';
import { BadArguments } from './badArguments.ts';
import { readCommandLine } from './commandLine.ts';
import {
    readRecordingsCommand,
    RECORDINGS_OPTIONS,
    type RecordingsCommand,
    type RecordingsWord
} from './recordings/recordingsCommand.ts';
import { readSalesforceCommand, SALESFORCE_OPTIONS, type SalesforceCommand } from './salesforce/salesforceCommand.ts';

/** What the command line asks for. */
export type Asked = {
    /** The answers of the bridge as JSON, instead of tables. */
    readonly json: boolean;
} & (
    | { readonly about: 'salesforce'; readonly command: SalesforceCommand }
    | { readonly about: 'recordings'; readonly command: RecordingsCommand }
    | { readonly about: 'audit'; readonly command: AuditCommand }
);

/** Throws BadArguments. */
export function readCommand(args: readonly string[]): Asked {
    const line = readCommandLine(args);
    const { command, values } = line;
    const json = values.json ?? false;
    if (isSalesforceWord(command)) return { about: 'salesforce', json, command: readSalesforceCommand(command, line) };
    if (isRecordingsWord(command)) return { about: 'recordings', json, command: readRecordingsCommand(command, line) };
    if (command === 'audit') return { about: 'audit', json, command: readAuditCommand(line) };
    const words = [...Object.keys(SALESFORCE_OPTIONS), ...Object.keys(RECORDINGS_OPTIONS), 'audit'];
    throw new BadArguments(`Say what to do: ${words.join(', ')}.`);
}

const isSalesforceWord = (word: string): word is SalesforceCommand['command'] =>
    Object.hasOwn(SALESFORCE_OPTIONS, word);
const isRecordingsWord = (word: string): word is RecordingsWord => Object.hasOwn(RECORDINGS_OPTIONS, word);
