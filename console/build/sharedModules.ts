import { readOwnSources } from './sourceFiles.ts';

const BASE_COMPONENT_TAG = /<lightning-([a-z0-9-]+)/g;
const ENGINE = ['lwc', '@lwc/synthetic-shadow'];
/** What base components and the softphone both import must exist once. */
const PLATFORM_MODULES = ['lightning/navigation'];

/** The modules that the vendor part offers and the app part leaves to it. */
export function findSharedModules(): string[] {
    const components = new Set<string>();
    for (const source of readOwnSources()) {
        for (const [, tag = ''] of source.matchAll(BASE_COMPONENT_TAG)) components.add(`lightning/${camelCase(tag)}`);
    }
    return [...ENGINE, ...PLATFORM_MODULES, ...[...components].sort()];
}

/** `lightning/buttonIcon` → `lightning-buttonIcon.js` */
export const vendorFileName = (module: string): string => `${module.replace('@', '').replace('/', '-')}.js`;

/** A component's module exports its class as default, any other module exports names. */
export const isComponent = (module: string): boolean => !ENGINE.includes(module) && !PLATFORM_MODULES.includes(module);

const camelCase = (tag: string): string => tag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
