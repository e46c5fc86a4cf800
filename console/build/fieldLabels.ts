import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { readElement } from './metadataText.ts';
import { objectsFolder } from './paths.ts';

const MODULE = 'force-app/fieldLabels';
const VIRTUAL = `\0${MODULE}`;

/** The labels of the fields below a folder of objects by `Object.Field__c`, in the language in which the project writes them. */
export function readFieldLabels(folder: string): Record<string, string> {
    const labels = fs.globSync('*/fields/*.field-meta.xml', { cwd: folder }).map((file) => {
        const [object] = file.split(path.sep);
        const xml = fs.readFileSync(path.join(folder, file), 'utf8');
        return [`${object}.${readElement(xml, 'fullName')}`, readElement(xml, 'label')];
    });
    return Object.fromEntries(labels);
}

/** Offers the page the labels that are deployed. */
export const fieldLabels: Plugin = {
    name: 'field-labels',
    resolveId: (id) => (id === MODULE ? VIRTUAL : null),
    load: (id) => (id === VIRTUAL ? `export default ${JSON.stringify(readFieldLabels(objectsFolder))};` : null)
};
