import { parseArgs } from 'node:util';

interface Output {
    /** The answers of the bridge as JSON, instead of tables. */
    readonly json: boolean;
}

export type CallsArguments = Output &
    (
        | { readonly command: 'failed'; readonly limit: number; readonly filter: CallFilter }
        | { readonly command: 'waiting'; readonly limit: number }
        | { readonly command: 'show'; readonly call: string; readonly personalData: boolean }
        | {
              readonly command: 'retry';
              /** A call's id or protocol, or what all of them have in common. */
              readonly which: { readonly call: string } | { readonly all: CallFilter };
              readonly waitSeconds: number;
          }
    );

export interface CallFilter {
    readonly code?: string;
    readonly step?: string;
}

export const USAGE = `Lists and retries the calls that Salesforce lacks something of.

  npm run calls -- failed [--limit N] [--code CODE] [--step STEP]
  npm run calls -- waiting [--limit N]
  npm run calls -- show CALL [--with-personal-data]
  npm run calls -- retry CALL
  npm run calls -- retry --all [--code CODE] [--step STEP]

  CALL                  a call's id or its protocol
  --limit N             so many calls at most (default 50)
  --code CODE           only those with this code of Salesforce
  --step STEP           only those that failed at this step, such as openCase or saveTask
  --with-personal-data  shows the number and the caller too; the bridge logs that somebody looked
  --wait-seconds N      how long retry waits to see what comes of it (default 300; 0: not at all)
  --json                prints the bridge's answers

  From the environment: ADMIN_TOKEN, the bridge's; BRIDGE_URL (default http://127.0.0.1:4180).
  Exit code: 0 done; 1 not done, or retried and not all in Salesforce yet; 2 the command line makes no sense.`;

/** The command line or the environment cannot be used; the message says why. */
export class BadArguments extends Error {
    override readonly name = 'BadArguments';
}

/** The options that a command takes beside `--json`. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
    failed: ['limit', 'code', 'step'],
    waiting: ['limit'],
    show: ['with-personal-data'],
    retry: ['all', 'code', 'step', 'wait-seconds']
};
const MAX_LIMIT = 100_000;
const MAX_WAIT_SECONDS = 86_400;

/** Throws BadArguments. */
export function readCallsArguments(args: readonly string[]): CallsArguments {
    const { values, positionals } = parse(args);
    const [command = '', ...rest] = positionals;
    const known = OPTIONS[command];
    if (!known) throw new BadArguments(`Say what to do: ${Object.keys(OPTIONS).join(', ')}.`);
    const stray = Object.keys(values).find((option) => option !== 'json' && !known.includes(option));
    if (stray) throw new BadArguments(`${command} does not take --${stray}.`);
    const json = values.json ?? false;
    const filter = { ...(values.code && { code: values.code }), ...(values.step && { step: values.step }) };
    const limit = integerBetween(1, MAX_LIMIT, '--limit', values.limit ?? '50');
    switch (command) {
        case 'failed':
            refuseMore(rest);
            return { command, json, limit, filter };
        case 'waiting':
            refuseMore(rest);
            return { command, json, limit };
        case 'show':
            return { command, json, call: oneCall(rest), personalData: values['with-personal-data'] ?? false };
        default: {
            const waitSeconds = integerBetween(0, MAX_WAIT_SECONDS, '--wait-seconds', values['wait-seconds'] ?? '300');
            return { command: 'retry', json, which: whichCalls(rest, values.all ?? false, filter), waitSeconds };
        }
    }
}

/** Where the bridge is and the token for it. Throws BadArguments. */
export function readConnection(environment: Readonly<Record<string, string | undefined>>) {
    const bridgeUrl = environment['BRIDGE_URL'] || 'http://127.0.0.1:4180';
    if (!/^https?:\/\/[^\s/]/.test(bridgeUrl) || !URL.canParse(bridgeUrl))
        throw new BadArguments(`BRIDGE_URL must be a URL such as http://127.0.0.1:4180, not "${bridgeUrl}".`);
    const token = environment['ADMIN_TOKEN'];
    if (!token) throw new BadArguments('ADMIN_TOKEN is missing: set it to the one that the bridge was started with.');
    if (!/^[\x21-\x7e]+$/.test(token)) throw new BadArguments('ADMIN_TOKEN must be plain characters without blanks.');
    return { bridgeUrl: bridgeUrl.replace(/\/+$/, ''), token };
}

function whichCalls(rest: readonly string[], all: boolean, filter: CallFilter) {
    if (all && rest.length > 0) throw new BadArguments('Give one call or --all, not both.');
    if (all) return { all: filter };
    if (Object.keys(filter).length > 0) throw new BadArguments('--code and --step go with --all.');
    if (rest.length === 0) throw new BadArguments('Say which call to retry, or --all.');
    return { call: oneCall(rest) };
}

function oneCall([call, ...more]: readonly string[]): string {
    if (!call || more.length > 0) throw new BadArguments('Give one call, by its id or its protocol.');
    return call;
}

function refuseMore([first]: readonly string[]): void {
    if (first !== undefined) throw new BadArguments(`"${first}" is one word too many.`);
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                limit: { type: 'string' },
                code: { type: 'string' },
                step: { type: 'string' },
                all: { type: 'boolean' },
                'wait-seconds': { type: 'string' },
                'with-personal-data': { type: 'boolean' },
                json: { type: 'boolean' }
            }
        });
    } catch (error) {
        throw new BadArguments(error instanceof Error ? error.message : String(error));
    }
}

function integerBetween(least: number, most: number, option: string, text: string): number {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
        throw new BadArguments(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
    return value;
}
