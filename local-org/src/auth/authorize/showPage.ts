import { createHash } from 'node:crypto';
import type { Answer } from '../../rest/apiCall.ts';
import { html, Html } from './html.ts';
import { pageStyle } from './pageStyle.ts';

export interface Page {
    title: string;
    content: Html;
    /** Where its form may lead, as sources of a Content Security Policy; browsers also hold redirections to it. */
    formTargets: readonly string[];
}

/** A page of the org itself: no script, no frame around it, nothing from elsewhere. */
export function showPage({ title, content, formTargets }: Page): Answer {
    const document = html`<!doctype html>
        <html lang="pt-BR">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                ${new Html(`<style>${pageStyle}</style>`)}
            </head>
            <body>
                <main>${content}</main>
            </body>
        </html>`;
    const styleHash = createHash('sha256').update(pageStyle).digest('base64');
    const policy = [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        `form-action ${formTargets.join(' ') || "'none'"}`,
        "frame-ancestors 'none'",
        "base-uri 'none'"
    ];
    return {
        status: 200,
        body: document.text,
        contentType: 'html',
        headers: {
            'Content-Security-Policy': policy.join('; '),
            'X-Frame-Options': 'DENY',
            'X-Content-Type-Options': 'nosniff',
            'Referrer-Policy': 'same-origin',
            'Cache-Control': 'no-store'
        }
    };
}
