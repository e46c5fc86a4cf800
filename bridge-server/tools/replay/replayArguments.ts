import { parseArgs } from 'node:util';

export interface ReplayArguments {
    readonly file: string;
    readonly speed: number;
    readonly host: string;
    readonly port: number;
    readonly times: number;
    readonly waitSeconds: number;
    readonly agents: 'recorded' | 'softphone';
    /** The audio to place when a recording is announced, and where; null: none. */
    readonly recording: { readonly audioFile: string; readonly directory: string } | null;
}

export const USAGE = `Plays a recorded AMI stream of an Asterisk (.raw.txt or .jsonl) to a running bridge.

  npm run replay -- FILE [options]

  --speed N             1 as recorded, 10 ten times as fast (default 1)
  --times N             play it N times over (default 1)
  --interactive         the agents answer and hang up when the softphone says so, not as recorded
  --host H, --port N    where the bridge finds this PBX (default 127.0.0.1 and 5038)
  --wait-seconds N      how long to wait for the bridge (default 30)
  --recording WAV       audio that is placed when the call's recording is announced
  --recordings-dir DIR  where: the RECORDINGS_DIR from which the bridge copies recordings`;

/** The command line cannot be carried out; the message says why. */
export class BadArguments extends Error {
    override readonly name = 'BadArguments';
}

/** Throws BadArguments. */
export function readReplayArguments(args: readonly string[]): ReplayArguments {
    const { values, positionals } = parse(args);
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new BadArguments('Give one capture to play.');
    const { recording, 'recordings-dir': directory } = values;
    if ((recording === undefined) !== (directory === undefined))
        throw new BadArguments('--recording and --recordings-dir belong together.');
    return {
        file,
        speed: numberAbove(0, '--speed', values.speed),
        host: values.host,
        port: integerBetween(0, 65_535, '--port', values.port),
        times: integerBetween(1, 1_000, '--times', values.times),
        waitSeconds: numberAbove(0, '--wait-seconds', values['wait-seconds']),
        agents: values.interactive ? 'softphone' : 'recorded',
        recording: recording && directory ? { audioFile: recording, directory } : null
    };
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                speed: { type: 'string', default: '1' },
                host: { type: 'string', default: '127.0.0.1' },
                port: { type: 'string', default: '5038' },
                times: { type: 'string', default: '1' },
                'wait-seconds': { type: 'string', default: '30' },
                interactive: { type: 'boolean', default: false },
                recording: { type: 'string' },
                'recordings-dir': { type: 'string' }
            }
        });
    } catch (error) {
        throw new BadArguments(error instanceof Error ? error.message : String(error));
    }
}

function numberAbove(limit: number, option: string, text: string): number {
    const value = Number(text);
    if (!(value > limit)) throw new BadArguments(`${option} must be a number above ${limit}, not "${text}".`);
    return value;
}

function integerBetween(least: number, most: number, option: string, text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
        throw new BadArguments(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
    return value;
}
