/** The PBX's REST interface refused a request; the message is its own words. */
export class AriRefused extends Error {
    override readonly name = 'AriRefused';
    readonly retryable = false;
    /** The HTTP status, such as 404 for a channel that is gone. */
    readonly status: number;

    constructor(status: number, message: string) {
        super(message);
        this.status = status;
    }
}

/** No answer, or none in time: whether the request was carried out is not known. */
export class AriUnreachable extends Error {
    override readonly name = 'AriUnreachable';
    readonly retryable = true;
}
