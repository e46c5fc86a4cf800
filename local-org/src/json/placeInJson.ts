/**
 * How the platform names a place in a JSON text: `[line:1, column:507]`, both from 1.
 *
 * @param end index behind the last character that was read
 */
export function placeInJson(text: string, end: number): string {
    const before = text.slice(0, end);
    return `[line:${before.split('\n').length}, column:${end - before.lastIndexOf('\n')}]`;
}
