/** There is no compiler to ask: it is not installed, it broke down twice, or it does not answer. */
export class CompilerUnavailable extends Error {
    constructor(reason: string) {
        super(`The compiler of Lightning web components gives no verdict: ${reason}`);
        this.name = 'CompilerUnavailable';
    }
}
