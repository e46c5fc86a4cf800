import fs from 'node:fs';
import { readElement } from './metadataText.ts';
import { labelsFile, translationFiles } from './paths.ts';

/** One text by language, as a BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** The custom labels by name: as the project writes them, in Portuguese, and as they are translated. */
export function readCustomLabels(): ReadonlyMap<string, Texts> {
    const labels = new Map<string, Record<string, string>>();
    for (const [name, text] of readTexts(labelsFile, 'labels', 'fullName', 'value'))
        labels.set(name, { 'pt-BR': text });
    for (const [language, file] of Object.entries(translationFiles))
        for (const [name, text] of readTexts(file, 'customLabels', 'name', 'label')) {
            const texts = labels.get(name);
            if (texts) texts[language] = text;
        }
    return labels;
}

/** @param entry the element of one label; the others are what of it is the name, and what is the text */
function readTexts(file: string, entry: string, name: string, text: string): [string, string][] {
    if (!fs.existsSync(file)) return [];
    const blocks = fs.readFileSync(file, 'utf8').matchAll(new RegExp(`<${entry}>([\\s\\S]*?)</${entry}>`, 'g'));
    return Array.from(blocks, ([, block = '']) => [readElement(block, name), readElement(block, text)]);
}
