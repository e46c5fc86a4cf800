import { z } from 'zod';

/** What the contact centre decided, the same for all of its agents. */
export interface ContactCentre {
    /** Why an agent may pause, in the order in which the reasons are shown. */
    readonly pauseReasons: readonly string[];
    /** What a call may be about, in the order in which the reasons are shown. */
    readonly contactReasons: readonly string[];
    /** How long nothing is offered after a call; 0: no wrap-up. */
    readonly wrapUpSeconds: number;
    /** So many offers in a row that rang out pause the agent; 0: never. */
    readonly autoPauseAfterMissed: number;
}

const MAX_REASON_LENGTH = 80;
const MAX_WRAP_UP_SECONDS = 3_600;
const MAX_MISSED = 100;
const REASONS = 'must be reasons separated by semicolons';

const reasons = (fallback: string) =>
    z
        .string()
        .default(fallback)
        .transform((text) =>
            text
                .split(';')
                .map((reason) => reason.trim())
                .filter(Boolean)
        )
        .refine((all) => all.length > 0, `${REASONS}, such as ${fallback}`)
        .refine((all) => new Set(all).size === all.length, `${REASONS}, none of them twice`)
        .refine(
            (all) => all.every((reason) => reason.length <= MAX_REASON_LENGTH && /^\P{Cc}+$/u.test(reason)),
            `${REASONS}, each of at most ${MAX_REASON_LENGTH} characters on one line`
        );

const wholeNumber = (fallback: number, max: number, message: string) =>
    z.coerce.number(message).int(message).min(0, message).max(max, message).default(fallback);

/** The variables of a contact centre, with what a good value looks like. */
export const contactCentreVariables = {
    PAUSE_REASONS: reasons('Almoço; Descanso; Banheiro; Treinamento; Reunião'),
    CONTACT_REASONS: reasons('Dúvida; Solicitação; Reclamação; Cancelamento; Elogio; Outros'),
    WRAP_UP_SECONDS: wholeNumber(
        60,
        MAX_WRAP_UP_SECONDS,
        `must be seconds from 0 (no wrap-up) to ${MAX_WRAP_UP_SECONDS}, such as 60`
    ),
    AUTO_PAUSE_AFTER_MISSED: wholeNumber(
        3,
        MAX_MISSED,
        `must be a number of calls from 0 (never) to ${MAX_MISSED}, such as 3`
    )
};

interface Variables {
    readonly PAUSE_REASONS: readonly string[];
    readonly CONTACT_REASONS: readonly string[];
    readonly WRAP_UP_SECONDS: number;
    readonly AUTO_PAUSE_AFTER_MISSED: number;
}

export const toContactCentre = (variables: Variables): ContactCentre => ({
    pauseReasons: variables.PAUSE_REASONS,
    contactReasons: variables.CONTACT_REASONS,
    wrapUpSeconds: variables.WRAP_UP_SECONDS,
    autoPauseAfterMissed: variables.AUTO_PAUSE_AFTER_MISSED
});
