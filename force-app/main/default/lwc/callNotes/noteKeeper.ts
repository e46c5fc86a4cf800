import type { Note } from 'bridge/contract';
import { EMPTY_NOTE, saysTheSame, storable } from './noteText';

/** How long the agent pauses before what they typed is stored. */
const AUTOSAVE_MS = 800;

interface NoteKeeperOptions {
    readonly save: (note: Note) => void;
    /** What is shown, or whether it is stored, has changed. */
    readonly onChange: () => void;
}

/**
 * What the agent writes against what the bridge tells. The bridge's note is shown as long as nobody writes here; what
 * is written stays until the bridge tells the very same, so that neither a note from before nor another tab
 * overwrites it.
 */
export interface NoteKeeper {
    readonly shown: Note;
    /** Whether the bridge has told of all that is shown. */
    readonly isStored: boolean;
    /** The agent is in the fields, or leaves them. */
    setFocused(isFocused: boolean): void;
    edit(change: Partial<Note>): void;
    /** Saves what is not saved at once. */
    flush(): void;
    /** @param note as the bridge tells it */
    receive(note: Note | null): void;
}

export function createNoteKeeper({ save, onChange }: NoteKeeperOptions): NoteKeeper {
    let shown = EMPTY_NOTE;
    let known = EMPTY_NOTE;
    /** Handed over to be saved; null once the bridge has told of it. */
    let awaited: Note | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isFocused = false;

    const isBusy = (): boolean => timer !== null || awaited !== null || isFocused;

    function settle(): void {
        if (awaited && saysTheSame(awaited, known)) awaited = null;
        if (!isBusy() && !saysTheSame(shown, known)) shown = known;
        onChange();
    }

    function flush(): void {
        if (timer === null) return;
        clearTimeout(timer);
        timer = null;
        awaited = { ...shown, text: storable(shown.text) };
        save(awaited);
        settle();
    }

    return {
        get shown() {
            return shown;
        },
        get isStored() {
            return timer === null && awaited === null;
        },
        setFocused(value) {
            isFocused = value;
            if (isFocused) return;
            flush();
            settle();
        },
        edit(change) {
            shown = { ...shown, ...change };
            if (timer !== null) clearTimeout(timer);
            timer = setTimeout(flush, AUTOSAVE_MS);
            onChange();
        },
        flush,
        receive(note) {
            known = note ?? EMPTY_NOTE;
            settle();
        }
    };
}
