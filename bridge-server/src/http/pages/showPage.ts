import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { html, Html } from './html.ts';
import { pageStyle } from './pageStyle.ts';
import type { Words } from './words.ts';

export interface Page {
    readonly status: number;
    readonly title: string;
    readonly content: Html;
}

const STYLE_HASH = createHash('sha256').update(pageStyle).digest('base64');
const POLICY = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "media-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'"
].join('; ');

/** Sends a page: no script, no frame around it, nothing from elsewhere, kept by nobody. */
export function showPage(response: Response, words: Words, { status, title, content }: Page): void {
    const document = html`<!doctype html>
        <html lang="${words.language}">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>${title} · ${words.product}</title>
                ${new Html(`<style>${pageStyle}</style>`)}
            </head>
            <body>
                <main>${content}</main>
            </body>
        </html> `;
    response
        .status(status)
        .set({
            'Content-Security-Policy': POLICY,
            'Content-Language': words.language,
            'Cache-Control': 'private, no-store',
            'Referrer-Policy': 'no-referrer',
            'X-Frame-Options': 'DENY'
        })
        .vary('Accept-Language')
        .type('html')
        .send(document.text);
}
