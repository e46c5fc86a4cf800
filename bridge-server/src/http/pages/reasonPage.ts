import { RecordingRefused } from '../../calls/recordingRefused.ts';
import type { RecordingDeletion } from '../../calls/recording.ts';
import { html, type Html } from './html.ts';
import type { Page } from './showPage.ts';
import type { PageReason, Words } from './words.ts';

interface Action {
    readonly label: string;
    readonly href: string;
}

export interface PageSurroundings {
    /** Days that recordings are kept. */
    readonly retentionDays: number;
    /** IANA name: whose day a deletion was. */
    readonly timeZone: string;
}

export interface ReasonPage {
    readonly status: number;
    readonly reason: PageReason;
    /** As it was asked for; null: the page is about none. */
    readonly protocol: string | null;
    /** The name of who is signed in. */
    readonly who: string | null;
    /** Said instead of the reason's own text. */
    readonly text?: string;
    readonly actions: readonly Action[];
}

/** Why there is nothing to hear, and what can be done. */
export function reasonPage(words: Words, { status, reason, protocol, who, text, actions }: ReasonPage): Page {
    const said = words.reasons[reason];
    return {
        status,
        title: said.title,
        content: html`${protocolLine(words, protocol)}
            <h1>${said.title}</h1>
            <p>${text ?? said.text}</p>
            ${who === null ? null : html`<p class="quiet">${words.signedInAs(who)}</p>`} ${actionList(actions)}`
    };
}

export const protocolLine = (words: Words, protocol: string | null): Html | null =>
    protocol === null ? null : html`<p class="protocol">${words.protocol} <strong>${protocol}</strong></p>`;

export const actionList = (actions: readonly Action[]): Html | null =>
    actions.length === 0
        ? null
        : html`<ul class="actions">
              ${actions.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
          </ul>`;

/** When and why; null for what was not deleted. */
export function deletionText(
    words: Words,
    error: unknown,
    { retentionDays, timeZone }: PageSurroundings
): string | undefined {
    if (!(error instanceof RecordingRefused) || error.facts.deletion === null) return undefined;
    const { deletion } = error.facts;
    const day = dayOf(deletion, words.language, timeZone);
    return deletion.kind === 'retention'
        ? words.deletedByRetention(day, retentionDays)
        : words.erased(day, deletion.reason);
}

const dayOf = ({ at }: RecordingDeletion, language: string, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(at));
