import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { baseComponentsFolder } from './paths.ts';
import { readOwnSources, readSources } from './sourceFiles.ts';

const ICON_NAME = /\b(utility|standard|action|doctype|custom):([a-z]\w*)/g;
/** The utility bar takes icons without their set, as in `updateUtility(id, { icon: 'call' })`. */
const UTILITY_ICON = /\bicon: '([a-z]\w*)'/g;
const ICON_LIBRARY = /^lightning\/iconSvgTemplates(Utility|Standard|Action|Doctype|Custom)(Rtl)?$/;
const VIRTUAL = '\0icons:';

/** Every icon that a source names, as `set:name`, sorted. */
export function findUsedIcons(): string[] {
    const icons = new Set<string>();
    const collect = (source: string) => {
        for (const [icon] of source.matchAll(ICON_NAME)) icons.add(icon);
        for (const [, name] of source.matchAll(UTILITY_ICON)) icons.add(`utility:${name}`);
    };
    for (const source of readSources(baseComponentsFolder)) collect(source);
    for (const source of readOwnSources()) collect(source);
    return [...icons].sort();
}

/**
 * Replaces the icon libraries of the base components, 6,908 templates, by these icons.
 * Portuguese reads from left to right: the mirrored libraries stay empty.
 */
export function usedIcons(icons: string[]): Plugin {
    return {
        name: 'used-icons',
        resolveId(id) {
            const [, set, mirrored] = ICON_LIBRARY.exec(id) ?? [];
            if (!set) return null;
            return VIRTUAL + (mirrored ? 'None' : set);
        },
        load(id) {
            if (!id.startsWith(VIRTUAL)) return null;
            const library = id.slice(VIRTUAL.length);
            const set = library.toLowerCase();
            const folder = path.join(baseComponentsFolder, `iconSvgTemplates${library}/buildTemplates/${set}`);
            const names = icons
                .filter((icon) => icon.startsWith(`${set}:`))
                .map((icon) => icon.slice(set.length + 1))
                .filter((icon) => fs.existsSync(path.join(folder, `${icon}.html`)));
            const imports = names.map(
                (icon) => `import ${set}_${icon} from ${JSON.stringify(path.join(folder, `${icon}.html`))};`
            );
            return `${imports.join('\n')}\nexport default { ${names.map((icon) => `${set}_${icon}`).join(', ')} };`;
        }
    };
}
