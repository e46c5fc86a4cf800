/**
 * Letters and digits of any alphabet, blanks, and what telephone numbers and PBXs put into file names. Nothing that
 * begins with a dot, so neither `..` nor what is hidden; no `%`, `?`, `#` or backslash, which others read once more.
 */
const PART = /^[\p{L}\p{N}_+=@(),~-][\p{L}\p{M}\p{N}_+=@(),~:. -]*$/u;
const FORMAT = /^[A-Za-z0-9]{1,16}$/;
/** What file systems take for one name. */
const MAX_PART_BYTES = 255;

/** Where a recording lies below a folder, as `folders/name.format`; null when its name is none for a file below one. */
export function recordingPath({ name, format }: { readonly name: string; readonly format: string }): string | null {
    if (!FORMAT.test(format)) return null;
    const path = `${name}.${format}`;
    const isSafe = path.split('/').every((part) => PART.test(part) && Buffer.byteLength(part) <= MAX_PART_BYTES);
    // what is not well-formed would become another name on its way
    return isSafe && path.isWellFormed() && !name.endsWith('/') ? path : null;
}
