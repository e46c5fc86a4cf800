/** The PBX refused an action; the message is the PBX's own words. */
export class AmiRefused extends Error {
    override readonly name = 'AmiRefused';
    readonly retryable = false;
}

/** The connection ended or an answer did not come in time: whether the action was carried out is not known. */
export class AmiUnreachable extends Error {
    override readonly name = 'AmiUnreachable';
    readonly retryable = true;
}
