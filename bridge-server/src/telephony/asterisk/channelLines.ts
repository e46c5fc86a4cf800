/** How a PBX (Asterisk 13 and later) tells of a channel: these lines, one right after the other. */
const LINES = [
    ...['CallerIDNum', 'CallerIDName', 'ConnectedLineNum', 'ConnectedLineName', 'Language', 'AccountCode'],
    ...['Context', 'Exten', 'Priority', 'Uniqueid', 'Linkedid']
];
/** The line before the first of them. */
const BEFORE = 'ChannelStateDesc';
/** A number has at most 79 characters, and each may end a line. */
const MAX_STRAY = 80;

/**
 * Drops the lines that a caller put into their number. Asterisk tells a number as the telephone sent it, with the line
 * breaks that stood in it as `%0d%0a` (seen on 22.10.1), so a caller could write headers and whole events, such as the
 * end of somebody else's call. What they write is shorter than the names of the lines that must follow a number.
 *
 * A PBX whose lines are others is read as it is: then all lines are kept, from then on too.
 */
export class ChannelLines {
    #isKnownLayout = true;
    /** What each header's name of the channel that is told begins with: `Dest` for the second one of an event. */
    #prefix = '';
    /** The line that must come next; -1 between channels. */
    #due = -1;
    #lastName = '';
    #stray: string[] = [];

    /** Of this line and those held back before, those that are the PBX's own. */
    take(line: string): readonly string[] {
        if (!this.#isKnownLayout) return [line];
        const name = nameOf(line);
        if (this.#due < 0) {
            this.#begin(name);
            return [line];
        }
        if (name === `${this.#prefix}${LINES[this.#due]}`) {
            this.#due = this.#due + 1 < LINES.length ? this.#due + 1 : -1;
            this.#stray = [];
            return [line];
        }
        this.#stray.push(line);
        if (this.#stray.length <= MAX_STRAY) return [];
        this.#isKnownLayout = false;
        return this.#stray.splice(0);
    }

    #begin(name: string): void {
        const prefix = this.#lastName.endsWith(BEFORE) ? this.#lastName.slice(0, -BEFORE.length) : null;
        this.#lastName = name;
        if (prefix === null || name !== `${prefix}${LINES[0]}`) return;
        this.#prefix = prefix;
        this.#due = 1;
    }
}

const nameOf = (line: string): string => line.slice(0, Math.max(line.indexOf(':'), 0)).trim();
