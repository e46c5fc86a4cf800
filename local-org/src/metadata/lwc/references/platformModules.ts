import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type PlatformModules = Record<string, { minVersion?: string }>;

const PACKAGE = 'lightning-base-components';
const LOCALE_MODULE = /^@salesforce-i18n-(.+)\.js$/;

/** Modules of `lightning` that came after the list; Salesforce's sample apps import them. */
const NEWER_MODULES = new Set(['graphql']);

let modules: PlatformModules | null = null;
let localeModules: ReadonlySet<string> | null = null;

/** Whether bundles of that version may use `lightning/<name>`, as a module or as a tag. */
export function isLightningModule(name: string, apiVersion: string): boolean {
    modules ??= createRequire(import.meta.url)(`${PACKAGE}/metadata/raptor.json`) as PlatformModules;
    if (NEWER_MODULES.has(name)) return true;
    return Object.hasOwn(modules, name) && Number(modules[name]?.minVersion ?? 0) <= Number(apiVersion);
}

/** Whether there is `@salesforce/i18n/<name>`: `locale`, `dateTime.shortDateFormat`. */
export function isLocaleModule(name: string): boolean {
    localeModules ??= new Set(listLocaleModules());
    return localeModules.has(name);
}

function listLocaleModules(): string[] {
    const root = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
    return readdirSync(join(root, 'scopedImports')).flatMap((file) => LOCALE_MODULE.exec(file)?.[1] ?? []);
}
