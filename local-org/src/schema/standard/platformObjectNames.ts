import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `platformObjectNames.txt`: names of Salesforce's Object Reference, all clouds and editions, between white space. */
const FILE = join(import.meta.dirname, 'platformObjectNames.txt');
/** `CaseHistory`, `AccountShare`: objects that go with another one and are not listed. */
const COMPANION = /(Feed|History|Share|ChangeEvent)$/;

let names: ReadonlySet<string> | undefined;

/** Whether Salesforce has a standard object of that name, in any case; this org has few of them. */
export function isPlatformObject(name: string): boolean {
    names ??= new Set(readFileSync(FILE, 'utf8').toLowerCase().split(/\s+/));
    const wanted = name.toLowerCase();
    return names.has(wanted) || names.has(name.replace(COMPANION, '').toLowerCase());
}
