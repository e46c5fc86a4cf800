import { SalesforceError } from '../errors/salesforceError.ts';

/** "Total Requests per 24 hours" of an Enterprise org without further licences. */
export const DAILY_API_REQUESTS = 100_000;

/** API calls spent; a local org's day ends when it is restarted. */
export class ApiUsage {
    #used = 0;

    get used(): number {
        return this.#used;
    }

    /** @throws SalesforceError REQUEST_LIMIT_EXCEEDED when the day's calls are spent */
    spend(): void {
        if (this.#used >= DAILY_API_REQUESTS) {
            const message = 'TotalRequests Limit exceeded.';
            throw new SalesforceError(403, [{ message, errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
        }
        this.#used++;
    }

    /** The value of `Sforce-Limit-Info`. */
    get limitInfo(): string {
        return `api-usage=${this.#used}/${DAILY_API_REQUESTS}`;
    }
}
