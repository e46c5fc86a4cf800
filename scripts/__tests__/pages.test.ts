import fs from 'node:fs';
import path from 'node:path';
import { readCustomLabels } from '../../console/build/customLabels.ts';
import { anchorsOf, linksOf, picturesOf, readPages } from '../readPages.ts';

const root = path.resolve(__dirname, '../..');
const pages = readPages(root);
const pageNamed = (name: string) => {
    const page = pages.find(({ file }) => file === name);
    if (!page) throw new Error(`there is no ${name}`);
    return page;
};

describe('what people read of the project', () => {
    it.each(pages)('$file leads nowhere where nothing is', (page) => {
        const broken = linksOf(page).filter(({ file }) => !fs.existsSync(path.join(root, file)));
        expect(broken).toEqual([]);
    });

    it.each(pages)('$file leads to headings that are there', (page) => {
        const broken = linksOf(page).filter(({ file, anchor }) => {
            const target = pages.find((other) => other.file === file);
            return anchor && target && !anchorsOf(target).has(anchor);
        });
        expect(broken).toEqual([]);
    });

    it('shows every picture of docs/images', () => {
        const kept = fs.globSync('docs/images/*', { cwd: root }).sort();
        expect(picturesOf(pages)).toEqual(kept);
    });

    it('says to who cannot see a picture what it shows', () => {
        const mute = pages.flatMap(({ text }) => text.match(/!\[\]\(|<img (?![^>]*alt="[^"]+")[^>]*>/g) ?? []);
        expect(mute).toEqual([]);
    });
});

describe("the agent's guide", () => {
    const guide = pageNamed('docs/guia-do-atendente.md');

    it('has in bold what stands on the screen, in the same words', () => {
        const labels = Array.from(readCustomLabels().values(), (texts) => texts['pt-BR'] ?? '');
        const isOnScreen = (words: string) => labels.some((label) => says(label, words));
        const words = Array.from(guide.text.matchAll(/\*\*(.+?)\*\*/g), ([, bold = '']) => bold);
        expect(words.length).toBeGreaterThan(0);
        // what the introduction says of itself
        expect([...new Set(words)].filter((each) => !isOnScreen(each))).toEqual(['negrito']);
    });
});

/** Whether the words are a label with its placeholders filled in, or the first sentences of one. */
function says(label: string, words: string): boolean {
    if (words.endsWith('.') && label.startsWith(`${words} `)) return true;
    const pattern = label.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.+')}$`).test(words);
}
