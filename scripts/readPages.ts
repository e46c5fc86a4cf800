import fs from 'node:fs';
import path from 'node:path';

/** A page of the documentation. */
export interface Page {
    /** From the root of the clone, such as `docs/api.md`. */
    readonly file: string;
    readonly text: string;
}

/** A link or a picture of a page that leads to a file of the clone. */
export interface PageLink {
    /** The page on which it stands. */
    readonly page: string;
    /** From the root of the clone. */
    readonly file: string;
    /** What follows the `#`; empty: the file as a whole. */
    readonly anchor: string;
}

const PAGES = ['README.md', 'docs/*.md', 'local-org/README.md'];
const FENCED = /^( *)(```|~~~)[\s\S]*?^\1\2/gm;
const INLINE_CODE = /`[^`\n]*`/g;
/** As Markdown has it, or as the HTML of a picture. */
const LINK = /\]\(([^()\s]+)\)|<img [^>]*?src="([^"]+)"/g;
const ELSEWHERE = /^[a-z]+:/i;
const PICTURE = /^docs\/images\/[^/]+\.png$/;

/** What people read of the project. */
export const readPages = (root: string): Page[] =>
    fs
        .globSync(PAGES, { cwd: root })
        .sort()
        .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));

/** Where a page leads within the clone, in the order in which it says so. */
export const linksOf = ({ file: page, text }: Page): PageLink[] =>
    Array.from(withoutCode(text).matchAll(LINK), ([, target, source]) => target ?? source ?? '')
        .filter((target) => !ELSEWHERE.test(target))
        .map((target) => {
            const [to = '', anchor = ''] = decodeURI(target).split('#');
            return { page, file: to ? path.posix.join(path.posix.dirname(page), to) : page, anchor };
        });

/** The pictures that the pages show, each once: `docs/images/tocando-softphone.png`. */
export const picturesOf = (pages: readonly Page[]): string[] =>
    [...new Set(pages.flatMap(linksOf).map(({ file }) => file))].filter((file) => PICTURE.test(file)).sort();

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf({ text }: Page): Set<string> {
    const headings = text.replace(FENCED, '').matchAll(/^#{1,6} (.+)$/gm);
    return new Set(Array.from(headings, ([, heading = '']) => anchorOf(heading)));
}

const anchorOf = (heading: string): string =>
    heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');

const withoutCode = (text: string): string => text.replace(FENCED, '').replace(INLINE_CODE, '');
