import {
    eraseRequestSchema,
    holdRequestSchema,
    type RecordingState,
    recordingStateSchema,
    type RetryRecordings,
    retryRecordingsSchema
} from '../../../src/contract/recordingsAdmin.ts';
import { BadArguments } from '../badArguments.ts';
import { type CommandLine, oneWord, type Option, readLimit, refuseOthers, refuseWords } from '../commandLine.ts';

/** Who does something to a call's recordings, and why. */
interface Act {
    readonly protocol: string;
    readonly by: string;
    readonly reason: string;
}

/** What is asked about recordings. */
export type RecordingsCommand =
    | {
          readonly command: 'recordings';
          readonly limit: number;
          readonly filter: { readonly state?: RecordingState; readonly held?: 'yes' };
      }
    | { readonly command: 'recording'; readonly protocol: string }
    | { readonly command: 'retryRecording'; readonly protocol: string }
    | { readonly command: 'retryRecordings'; readonly filter: RetryRecordings }
    | ({ readonly command: 'hold' | 'release' } & Act)
    | ({ readonly command: 'erase'; readonly force: boolean; readonly isConfirmed: boolean } & Act)
    | { readonly command: 'sweeps' };

export type RecordingsWord = Exclude<RecordingsCommand['command'], 'retryRecording' | 'retryRecordings'>;

/** The options that each command takes. */
export const RECORDINGS_OPTIONS: Readonly<Record<RecordingsWord, readonly Option[]>> = {
    recordings: ['state', 'held', 'limit'],
    recording: [],
    hold: ['by', 'reason'],
    release: ['by', 'reason'],
    erase: ['by', 'reason', 'force', 'yes'],
    sweeps: []
};

const LIMIT = 50;

/** Throws BadArguments. */
export function readRecordingsCommand(command: RecordingsWord, line: CommandLine): RecordingsCommand {
    const { words, values } = line;
    if (command === 'recordings' && words[0] === 'retry') return readRetry({ ...line, words: words.slice(1) });
    refuseOthers(line, RECORDINGS_OPTIONS[command]);
    switch (command) {
        case 'recordings': {
            refuseWords(words);
            const state = values.state === undefined ? {} : { state: readState(values.state) };
            const filter = { ...state, ...(values.held && { held: 'yes' as const }) };
            return { command, limit: readLimit(line, LIMIT), filter };
        }
        case 'recording':
            return { command, protocol: oneProtocol(words) };
        case 'hold':
        case 'release':
            return { command, ...readAct(line) };
        case 'erase':
            return { command, ...readAct(line), force: values.force ?? false, isConfirmed: values.yes ?? false };
        case 'sweeps':
            refuseWords(words);
            return { command };
    }
}

function readRetry({ words, values }: CommandLine): RecordingsCommand {
    refuseOthers({ command: 'recordings retry', words, values }, ['all', 'code']);
    if (!values.all) {
        if (values.code !== undefined) throw new BadArguments('--code goes with --all.');
        if (words.length === 0) throw new BadArguments('Give one protocol, or --all.');
        return { command: 'retryRecording', protocol: oneProtocol(words) };
    }
    if (words.length > 0) throw new BadArguments('Give one protocol or --all, not both.');
    const parsed = retryRecordingsSchema.safeParse({ code: values.code });
    if (!parsed.success) throw new BadArguments('--code must be a code such as absent.');
    return { command: 'retryRecordings', filter: parsed.data };
}

function readAct({ command, words, values: { by, reason, force } }: CommandLine): Act {
    const protocol = oneProtocol(words);
    const asked = command === 'erase' ? { by, reason, force } : { by, reason };
    const parsed = (command === 'erase' ? eraseRequestSchema : holdRequestSchema).safeParse(asked);
    if (parsed.success) return { protocol, by: parsed.data.by, reason: parsed.data.reason };
    const wrong = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`);
    throw new BadArguments(`${wrong.join('; ')}.`);
}

function readState(text: string): RecordingState {
    const parsed = recordingStateSchema.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new BadArguments(`--state must be ${recordingStateSchema.options.join(', ')}, not "${text}".`);
}

const oneProtocol = (words: readonly string[]): string => oneWord(words, 'Give one protocol.');
