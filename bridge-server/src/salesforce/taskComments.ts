import type { Call } from '../calls/call.ts';
import type { Note } from '../contract/callActions.ts';
import type { Mapping, Template } from '../mapping/mapping.ts';
import { renderLines, renderTemplate, type TemplateValues } from '../mapping/template.ts';

/** Task.Description (Object Reference). */
const COMMENTS_LENGTH = 32_000;

type Comments = Mapping['task']['comments'];

/**
 * The Comments of one agent's part in a call: what became of the recording, then what the agent wrote down.
 *
 * @param values its `recordingUrl` is null when there is nothing to be heard at the bridge
 */
export const commentsOf = (call: Call, note: Note | null, comments: Comments, values: TemplateValues): string | null =>
    paragraphs(
        aboutRecording(call, comments, values),
        call.recovered ? render(comments.recovered, values) : null,
        note && renderLines(comments.note, values, COMMENTS_LENGTH)
    );

/** The Comments of a call that nobody answered: without a Case nobody may hear it, whatever the telephony side kept. */
export const unansweredCommentsOf = (call: Call, comments: Comments, values: TemplateValues): string | null =>
    paragraphs(render(comments.unanswered, values), call.recovered ? render(comments.recovered, values) : null);

function aboutRecording(call: Call, comments: Comments, values: TemplateValues): string | null {
    if (!call.recording) return render(comments.notRecorded, values);
    const where = render(values.recordingUrl === null ? comments.elsewhere : comments.recorded, values);
    const gaps = call.recordingWasPaused ? render(comments.paused, values) : null;
    return [where, gaps].filter(Boolean).join('\n') || null;
}

const render = (template: Template | null, values: TemplateValues): string | null =>
    template === null ? null : renderTemplate(template, values, COMMENTS_LENGTH);

const paragraphs = (...texts: readonly (string | null)[]): string | null =>
    texts.filter(Boolean).join('\n\n').slice(0, COMMENTS_LENGTH).toWellFormed() || null;
