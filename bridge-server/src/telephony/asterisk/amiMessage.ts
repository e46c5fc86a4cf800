/** One block of the Asterisk Manager Interface: header names and values; a header that was repeated is a list. */
export type AmiMessage = Readonly<Record<string, string | readonly string[]>>;

/** What is sent to the PBX; a list repeats the header. */
export type AmiAction = Readonly<{ Action: string } & Record<string, string | number | readonly string[]>>;

/** The header's (first) value, or an empty text. */
export function fieldOf(message: AmiMessage, name: string): string {
    const value: unknown = Object.hasOwn(message, name) ? message[name] : '';
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : '';
}
