/** Lets the page's title alternate with another. */
export interface TitleAlert {
    /** Null: the page's own title, at once. */
    show(title: string | null): void;
}

const ALTERNATE_EVERY_MS = 1_000;

export function createTitleAlert(): TitleAlert {
    let timer: ReturnType<typeof setInterval> | undefined;
    let wanted: string | null = null;
    /** What stands there because of us; null while the page's own title does. */
    let written: string | null = null;
    let own = '';

    /** Whoever changed the title meanwhile gave the page a new one of its own. */
    function restore(): void {
        if (written !== null && document.title === written) document.title = own;
        written = null;
    }

    function write(title: string): void {
        own = document.title;
        document.title = title;
        // as the browser has it, spaces collapsed
        written = document.title;
    }

    function alternate(): void {
        const showedOurs = written !== null && document.title === written;
        restore();
        if (wanted !== null && !showedOurs) write(wanted);
    }

    return {
        show(title) {
            if (title === wanted) return;
            wanted = title;
            clearInterval(timer);
            restore();
            if (title === null) return;
            write(title);
            timer = setInterval(alternate, ALTERNATE_EVERY_MS);
        }
    };
}
