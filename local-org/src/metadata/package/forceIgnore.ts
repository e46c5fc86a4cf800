import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';

const FILE = '.forceignore';
/** What the Salesforce CLI never takes, and tests and declarations, which it leaves to the project's own list. */
const NEVER_DEPLOYED = [
    '.*',
    '*.dup',
    'package2-descriptor.json',
    'package2-manifest.json',
    '__tests__/',
    '__mocks__/'
];
const NEVER_DEPLOYED_SOURCES = ['*.d.ts', 'tsconfig*.json', 'jsconfig.json'];

/** Whether a file of that path is left out of a deploy. */
export type IsIgnored = (path: string) => boolean;

/** The rules of the `.forceignore` in the folder or the nearest one above it, which are those of a `.gitignore`. */
export function readForceIgnore(folder: string): IsIgnored {
    const root = findUpwards(folder, FILE) ?? folder;
    const rules = ignore().add(NEVER_DEPLOYED).add(NEVER_DEPLOYED_SOURCES);
    if (existsSync(join(root, FILE))) rules.add(readFileSync(join(root, FILE), 'utf8'));
    return (path) => rules.ignores(relative(root, path).split(sep).join('/'));
}

/** The folder, itself or above, that holds a file of that name. */
export function findUpwards(folder: string, fileName: string): string | undefined {
    if (existsSync(join(folder, fileName))) return folder;
    const parent = dirname(folder);
    return parent === folder ? undefined : findUpwards(parent, fileName);
}
