import type { HeardPart, HeardParts } from '../../calls/listening.ts';
import { html, type Html } from './html.ts';
import { actionList, protocolLine } from './reasonPage.ts';
import type { Page } from './showPage.ts';
import type { Words } from './words.ts';

/** Several recordings of one call. Nothing is fetched, and so nothing noted as heard, before somebody plays it. */
export function partsPage(
    words: Words,
    { protocol, who, parts }: HeardParts,
    addressOf: (part: number) => string,
    again: string
): Page {
    return {
        status: 200,
        title: words.severalTitle,
        content: html`${protocolLine(words, protocol)}
            <h1>${words.severalTitle}</h1>
            <p>${words.severalText}</p>
            <ol class="parts">
                ${parts.map((part) => showPart(words, part, addressOf(part.part)))}
            </ol>
            <p class="quiet">${words.signedInAs(who)}</p>
            ${actionList([{ label: words.signInAsOther, href: again }])}`
    };
}

function showPart(words: Words, { part, durationMs, playable }: HeardPart, address: string): Html {
    const name = words.part(part);
    return html`<li>
        <div class="part">
            <h2>${name}</h2>
            ${durationMs === null ? null : html`<span class="quiet">${words.duration(clock(durationMs))}</span>`}
            <a href="${address}?download=1" aria-label="${words.save}: ${name}">${words.save}</a>
        </div>
        ${
            playable
                ? html`<audio controls preload="none" src="${address}" aria-label="${name}"></audio>`
                : html`<p class="quiet">${words.notPlayable}</p>`
        }
    </li>`;
}

/** `1:02:03`, `2:03` */
function clock(durationMs: number): string {
    const seconds = Math.round(durationMs / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const two = (number: number) => String(number).padStart(2, '0');
    return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
