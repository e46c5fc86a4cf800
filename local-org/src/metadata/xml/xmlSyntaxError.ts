/** A text that is no XML, or XML that the Metadata API does not take; `line` and `column` count from 1. */
export class XmlSyntaxError extends Error {
    readonly line: number;
    readonly column: number;

    /** @param reason what the platform's parser says; the Metadata API puts "Error parsing file: " before it */
    constructor(reason: string, line: number, column: number) {
        super(`Error parsing file: ${reason}`);
        this.name = 'XmlSyntaxError';
        this.line = line;
        this.column = column;
    }
}
