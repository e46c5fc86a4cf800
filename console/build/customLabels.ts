import fs from 'node:fs';
import { readElement } from './metadataText.ts';

const LABEL = /<labels>([\s\S]*?)<\/labels>/g;

/** The custom labels of a `.labels-meta.xml` file by name, in the language in which the project writes them. */
export function readCustomLabels(file: string): Map<string, string> {
    const labels = new Map<string, string>();
    for (const [, block = ''] of fs.readFileSync(file, 'utf8').matchAll(LABEL)) {
        labels.set(readElement(block, 'fullName'), readElement(block, 'value'));
    }
    return labels;
}
