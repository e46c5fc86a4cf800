import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const metadata = resolve(__dirname, '../..');

const parse = (file: string): Document =>
    new DOMParser().parseFromString(readFileSync(resolve(metadata, file), 'utf8'), 'text/xml');

/** Texts by label name. */
const textsOf = (file: string, entry: string, name: string, text: string): Map<string, string> =>
    new Map(
        [...parse(file).querySelectorAll(entry)].map((element) => [
            element.querySelector(name)?.textContent ?? '',
            element.querySelector(text)?.textContent ?? ''
        ])
    );

const labels = textsOf('labels/CustomLabels.labels-meta.xml', 'labels', 'fullName', 'value');

const placeholders = (text: string | undefined): string[] => (text?.match(/\{\d\}/g) ?? []).sort();

describe.each(['en_US', 'es'])('translation %s', (language) => {
    const translated = textsOf(`translations/${language}.translation-meta.xml`, 'customLabels', 'name', 'label');

    it('has every label and no other', () => {
        expect([...translated.keys()].sort()).toEqual([...labels.keys()].sort());
    });

    it('leaves no text empty and keeps every placeholder', () => {
        for (const [name, text] of labels) {
            expect([name, translated.get(name)]).not.toEqual([name, '']);
            expect([name, placeholders(translated.get(name))]).toEqual([name, placeholders(text)]);
        }
    });
});

describe('labels', () => {
    const sources = readdirSync(resolve(metadata, 'lwc'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.includes('__tests__'))
        .map((file) => readFileSync(resolve(metadata, 'lwc', file), 'utf8'))
        .join('\n');
    const imported = new Set(Array.from(sources.matchAll(/@salesforce\/label\/c\.(\w+)/g), ([, name]) => name));

    it('are all used, and all that are used are there', () => {
        expect([...imported].sort()).toEqual([...labels.keys()].sort());
    });

    it('keep within the 1,000 characters that Salesforce allows', () => {
        expect([...labels.values()].filter((text) => text.length > 1_000)).toEqual([]);
    });
});
