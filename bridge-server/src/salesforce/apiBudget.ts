import type { Logger } from 'pino';

interface ApiBudgetOptions {
    /** Share of the org's daily API requests that is left to everybody else, from 0 to 1. */
    readonly reserve: number;
    readonly log: Logger;
}

/** When little is left, requests wait so much longer for company. */
const WIDENED = 5;
/** Back to normal once so much more than the reserve is left, so that the bridge does not change its mind at every call. */
const RELIEF = 0.02;

/**
 * Watches what Salesforce says with every answer of the API requests that are left today (`Sforce-Limit-Info`). When
 * no more than the reserve is left, the bridge sends fewer and fuller requests, and says so.
 */
export function createApiBudget({ reserve, log }: ApiBudgetOptions) {
    let used: number | null = null;
    let limit: number | null = null;
    let isShort = false;
    let requests = 0;

    return {
        /** A request went out. */
        requestSent: (): void => void requests++,

        /** What an answer told. */
        usageTold(toldUsed: number, toldLimit: number): void {
            used = toldUsed;
            limit = toldLimit;
            if (limit <= 0) return;
            const left = (limit - used) / limit;
            const isNowShort = left <= (isShort ? reserve + RELIEF : reserve);
            if (isNowShort !== isShort) {
                const fields = { used, limit, reserve };
                if (isNowShort)
                    log.warn(fields, "The org's API requests of today run short: requests are sent less often");
                else log.info(fields, 'The org has API requests to spare again');
            }
            isShort = isNowShort;
        },

        /** What the spacing of requests is multiplied by. */
        factor: (): number => (isShort ? WIDENED : 1),

        read: () => ({ used, limit, isShort, requests })
    };
}

export type ApiBudget = ReturnType<typeof createApiBudget>;
