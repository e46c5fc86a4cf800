import { RequestRefused } from '../contract/requestRefused.ts';

/** Less than a softphone waits, so that its agent reads who was silent. */
const DEADLINE_MS = 8_000;

/**
 * What was asked of the telephony side, or an answer without it. Whatever comes later is told by the stream.
 * Throws RequestRefused (504, `telephony-silent`) when the time is over, and what `asked` throws.
 */
export function answerInTime<Result>(asked: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(telephonySilent()), DEADLINE_MS);
    });
    return Promise.race([asked, silence]).finally(() => clearTimeout(timer));
}

const telephonySilent = (): RequestRefused =>
    new RequestRefused(504, 'A telefonia não respondeu a tempo. Não se sabe se o comando foi executado.', {
        name: 'telephony-silent'
    });
