import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An SFDX project in a folder of its own, which a story may break. */
export interface ProjectCopy {
    readonly folder: string;
    /** Replaces the first occurrence of `part` in a file, does the work, and puts the file back as it was. */
    whileChanged(file: string, part: string | RegExp, replacement: string, work: () => Promise<void>): Promise<void>;
    remove(): Promise<void>;
}

const REPOSITORY = join(import.meta.dirname, '../../..');

/** The project's own files that the CLI deploys, its LWC built. */
export async function copyProject(): Promise<ProjectCopy> {
    return copyFolders(REPOSITORY, ['force-app', 'force-app-translations', 'sfdx-project.json', '.forceignore']);
}

export async function copyFolders(from: string, names: string[]): Promise<ProjectCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'sfdx-project-'));
    for (const name of names) await cp(join(from, name), join(folder, name), { recursive: true });
    return {
        folder,
        async whileChanged(file, part, replacement, work) {
            const path = join(folder, file);
            const original = await readFile(path, 'utf8');
            const changed = original.replace(part, () => replacement);
            if (changed === original) throw new Error(`${file} does not contain ${part}`);
            await writeFile(path, changed);
            try {
                await work();
            } finally {
                await writeFile(path, original);
            }
        },
        remove: () => rm(folder, { recursive: true, force: true })
    };
}
