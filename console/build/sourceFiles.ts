import fs from 'node:fs';
import path from 'node:path';
import { consoleFolder, lwcFolder } from './paths.ts';

const SKIPPED_FOLDER = /^(__|iconSvgTemplates|node_modules|dist|build|server|test)/;
const COMPONENT_SOURCE = /\.(html|js|ts)$/;

/** The text of every component source below a folder. */
export function* readSources(folder: string): Generator<string> {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) {
            if (!SKIPPED_FOLDER.test(entry.name)) yield* readSources(file);
        } else if (COMPONENT_SOURCE.test(entry.name)) yield fs.readFileSync(file, 'utf8');
    }
}

/** The text of every source of the softphone and of the page around it. */
export function* readOwnSources(): Generator<string> {
    yield* readSources(lwcFolder);
    yield* readSources(consoleFolder);
}
