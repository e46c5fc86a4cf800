import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../tools/calls/main.ts');

/** Runs the command in a process of its own, without a terminal. Resolves to its exit code and what it wrote. */
export async function runCommand(args: readonly string[], environment: Readonly<Record<string, string>>) {
    const child = spawn(process.execPath, [main, ...args], {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output, errors };
}
