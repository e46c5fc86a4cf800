import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface DebianTree {
    /** Where the programs and their libraries go. */
    readonly folder: string;
    readonly packages: readonly string[];
    /** Debian's suite that has them. */
    readonly suite: string;
}

const SCRIPT = join(import.meta.dirname, 'fetch-debian-tree.sh');

/**
 * Debian's packages with all that they need, unpacked into a folder: without root, and without installing anything.
 * `DEBIAN_MIRROR` names where they come from; without it, the mirror from which this machine gets its own.
 *
 * @throws Error when there is no apt, or no mirror answers
 */
export async function fetchDebianTree({ folder, packages, suite }: DebianTree): Promise<void> {
    const script = spawn('bash', [SCRIPT, folder, suite, ...packages], { stdio: 'inherit' });
    const [code] = (await once(script, 'exit')) as [number | null];
    if (code === 0) return;
    throw new Error(
        `${packages.join(' and ')} could not be had from Debian (${suite}); what apt said is above. ` +
            'DEBIAN_MIRROR names another mirror (https://deb.debian.org/debian), DEBIAN_SUITE another suite.'
    );
}
