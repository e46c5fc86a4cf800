import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What `sf … --json` prints, as far as the stories read it. */
export interface CliAnswer {
    /** The exit code: 0 when all went well. */
    readonly status: number;
    readonly result: unknown;
    readonly name?: string;
    readonly message?: string;
}

export interface SalesforceCli {
    /** Runs `sf` with these words and `--json`, in this folder. */
    run(words: string, options: { folder: string; environment?: Readonly<Record<string, string>> }): Promise<CliAnswer>;
    close(): Promise<void>;
}

const TIMEOUT_MS = 120_000;

/** The CLI as a user has it, but with a home of its own: it sees no org of this machine's user and leaves nothing. */
export async function openSalesforceCli(startFile: string): Promise<SalesforceCli> {
    const home = await mkdtemp(join(tmpdir(), 'salesforce-cli-home-'));
    const privateEnvironment = {
        HOME: home,
        USERPROFILE: home,
        SF_DISABLE_TELEMETRY: 'true',
        SF_AUTOUPDATE_DISABLE: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
    };
    return {
        async run(words, { folder, environment }) {
            const child = spawn(process.execPath, [startFile, ...splitWords(words), '--json'], {
                cwd: folder,
                env: { ...process.env, ...privateEnvironment, ...environment },
                stdio: ['ignore', 'pipe', 'pipe'],
                timeout: TIMEOUT_MS
            });
            const [stdout, stderr, [exitCode]] = await Promise.all([
                text(child.stdout),
                text(child.stderr),
                once(child, 'exit') as Promise<[number | null]>
            ]);
            return parseAnswer(words, stdout, stderr, exitCode);
        },
        close: () => rm(home, { recursive: true, force: true })
    };
}

/** Words parted by spaces; what stands in double quotes is one word. */
function splitWords(words: string): string[] {
    return [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

function parseAnswer(words: string, stdout: string, stderr: string, exitCode: number | null): CliAnswer {
    try {
        return { ...(JSON.parse(stdout) as CliAnswer), status: exitCode ?? 1 };
    } catch {
        throw new Error(`sf ${words} ended with ${exitCode} and printed no JSON:\n${stdout}\n${stderr}`);
    }
}
