/** No line of a call log comes near it; what is longer is given as it is so far, and is no record. */
const MAX_LINE_LENGTH = 64 * 1024;

/** The lines of a stream of text. A last one without its end is still being written, and is left out. */
export async function* completeLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > MAX_LINE_LENGTH) rest = rest.slice(0, MAX_LINE_LENGTH);
        for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
}
