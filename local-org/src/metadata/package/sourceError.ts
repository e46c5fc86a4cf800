/** A file of a source folder that no package can be made of; the message begins with its path. */
export class SourceError extends Error {
    constructor(file: string, reason: unknown) {
        super(`${file}: ${reason instanceof Error ? reason.message : String(reason)}`, { cause: reason });
        this.name = 'SourceError';
    }
}
