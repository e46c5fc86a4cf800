import { BadArguments } from '../badArguments.ts';
import {
    type CommandLine,
    integerBetween,
    oneWord,
    type Option,
    readLimit,
    refuseOthers,
    refuseWords
} from '../commandLine.ts';

/** What is asked about the calls that Salesforce lacks something of. */
export type SalesforceCommand =
    | { readonly command: 'failed'; readonly limit: number; readonly filter: CallFilter }
    | { readonly command: 'waiting'; readonly limit: number }
    | { readonly command: 'show'; readonly call: string; readonly personalData: boolean }
    | {
          readonly command: 'retry';
          /** A call's id or protocol, or what all of them have in common. */
          readonly which: { readonly call: string } | { readonly all: CallFilter };
          readonly waitSeconds: number;
      };

export interface CallFilter {
    readonly code?: string;
    readonly step?: string;
}

/** The options that each command takes. */
export const SALESFORCE_OPTIONS: Readonly<Record<SalesforceCommand['command'], readonly Option[]>> = {
    failed: ['limit', 'code', 'step'],
    waiting: ['limit'],
    show: ['with-personal-data'],
    retry: ['all', 'code', 'step', 'wait-seconds']
};

const LIMIT = 50;
const MAX_WAIT_SECONDS = 86_400;

/** Throws BadArguments. */
export function readSalesforceCommand(command: SalesforceCommand['command'], line: CommandLine): SalesforceCommand {
    const { words, values } = line;
    refuseOthers(line, SALESFORCE_OPTIONS[command]);
    const filter = { ...(values.code && { code: values.code }), ...(values.step && { step: values.step }) };
    switch (command) {
        case 'failed':
            refuseWords(words);
            return { command, limit: readLimit(line, LIMIT), filter };
        case 'waiting':
            refuseWords(words);
            return { command, limit: readLimit(line, LIMIT) };
        case 'show':
            return { command, call: oneCall(words), personalData: values['with-personal-data'] ?? false };
        case 'retry': {
            const waitSeconds = integerBetween(0, MAX_WAIT_SECONDS, '--wait-seconds', values['wait-seconds'] ?? '300');
            return { command, which: whichCalls(words, values.all ?? false, filter), waitSeconds };
        }
    }
}

function whichCalls(words: readonly string[], all: boolean, filter: CallFilter) {
    if (all && words.length > 0) throw new BadArguments('Give one call or --all, not both.');
    if (all) return { all: filter };
    if (Object.keys(filter).length > 0) throw new BadArguments('--code and --step go with --all.');
    if (words.length === 0) throw new BadArguments('Say which call to retry, or --all.');
    return { call: oneCall(words) };
}

const oneCall = (words: readonly string[]): string => oneWord(words, 'Give one call, by its id or its protocol.');
