import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const metadata = resolve(__dirname, '..');
const translations = resolve(metadata, '../../../force-app-translations/main/default');

const parse = (file: string): Document => new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');

const textOf = (node: ParentNode, selector: string): string => node.querySelector(selector)?.textContent ?? '';

const filesIn = (folder: string, suffix: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));

/** Texts by name. */
const textsOf = (file: string, entry: string, name: string, text: string): Map<string, string> =>
    new Map([...parse(file).querySelectorAll(entry)].map((element) => [textOf(element, name), textOf(element, text)]));

const labels = textsOf(resolve(metadata, 'labels/CustomLabels.labels-meta.xml'), 'labels', 'fullName', 'value');
const applications = filesIn(resolve(metadata, 'applications'), '.app-meta.xml').map((file) => file.split('.')[0]);
/** `Case/CallProtocol__c` */
const fields = filesIn(resolve(metadata, 'objects'), '.field-meta.xml').map((file) =>
    file.replace('fields/', '').replace('.field-meta.xml', '')
);
/** `Case/Softphone_Dial` */
const quickActions = filesIn(resolve(metadata, 'quickActions'), '.quickAction-meta.xml').map((file) =>
    file.replace('.quickAction-meta.xml', '').replace('.', '/')
);
const customObjects = filesIn(resolve(metadata, 'objects'), '.object-meta.xml').map((file) => file.split('/')[0] ?? '');

const placeholders = (text: string | undefined): string[] => (text?.match(/\{\d\}/g) ?? []).sort();

describe.each(['en_US', 'es'])('translation %s', (language) => {
    const file = resolve(translations, `translations/${language}.translation-meta.xml`);
    const translated = textsOf(file, 'customLabels', 'name', 'label');
    const objectFolder = resolve(translations, 'objectTranslations');

    const translationOf = (object: string) =>
        parse(resolve(objectFolder, `${object}-${language}/${object}-${language}.objectTranslation-meta.xml`));

    it('has every label and no other', () => {
        expect([...translated.keys()].sort()).toEqual([...labels.keys()].sort());
    });

    it('leaves no text empty and keeps every placeholder', () => {
        for (const [name, text] of labels) {
            expect([name, translated.get(name)]).not.toEqual([name, '']);
            expect([name, placeholders(translated.get(name))]).toEqual([name, placeholders(text)]);
        }
    });

    it('names every app', () => {
        const names = textsOf(file, 'customApplications', 'name', 'label');

        expect([...names.keys()].sort()).toEqual([...applications].sort());
        expect([...names.values()]).not.toContain('');
    });

    it('has every field and no other', () => {
        const found = filesIn(objectFolder, '.fieldTranslation-meta.xml').filter((path) =>
            path.includes(`-${language}/`)
        );

        expect(found.map((path) => path.replace(`-${language}/`, '/').split('.')[0]).sort()).toEqual(fields.sort());
    });

    it.each(fields)('gives %s a label that fits and the help that it has in Portuguese', (field) => {
        const [object = '', name = ''] = field.split('/');
        const original = parse(resolve(metadata, `objects/${object}/fields/${name}.field-meta.xml`));
        const translation = parse(resolve(objectFolder, `${object}-${language}/${name}.fieldTranslation-meta.xml`));

        expect(textOf(translation, 'name')).toBe(name);
        expect(textOf(translation, 'label')).toMatch(/^.{1,40}$/);
        expect(textOf(translation, 'help') === '').toBe(textOf(original, 'inlineHelpText') === '');
        // a field's translation is deployed with its object's only
        expect(translationOf(object).documentElement.tagName).toBe('CustomObjectTranslation');
    });

    it('has every quick action and no other', () => {
        const found = filesIn(objectFolder, `-${language}.objectTranslation-meta.xml`).flatMap((path) => {
            const [object = ''] = path.split(`-${language}/`);
            return [...translationOf(object).querySelectorAll('quickActions')].map(
                (action) => `${object}/${textOf(action, 'name')}`
            );
        });

        expect(found.sort()).toEqual(quickActions.sort());
    });

    it.each(quickActions)('gives the action %s a label', (quickAction) => {
        const [object = '', name = ''] = quickAction.split('/');
        const action = [...translationOf(object).querySelectorAll('quickActions')].find(
            (each) => textOf(each, 'name') === name
        );

        expect(action && textOf(action, 'label')).toMatch(/\S/);
    });

    it.each(customObjects)('names %s, one and many, and its records', (object) => {
        const translation = translationOf(object);
        const forms = [...translation.querySelectorAll('caseValues')].map((form) => [
            textOf(form, 'plural'),
            textOf(form, 'value')
        ]);

        expect(forms).toEqual([
            ['false', expect.stringMatching(/./)],
            ['true', expect.stringMatching(/./)]
        ]);
        expect(textOf(translation, 'nameFieldLabel')).not.toBe('');
    });
});

describe('labels', () => {
    const sources = filesIn(resolve(metadata, 'lwc'), '.ts')
        .filter((file) => !file.includes('__tests__'))
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
