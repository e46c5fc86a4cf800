/** Who can take a call over changes by the minute: it is read anew every so often while somebody looks at it. */
const RELOAD_AFTER_MS = 10_000;

interface DirectoryLoader {
    readonly want: () => void;
    readonly stop: () => void;
}

/**
 * Reads at once, and again 10 s later if it was asked for meanwhile.
 *
 * @param load answers whether it succeeded; after a failure the next wish is fulfilled at once
 */
export function createDirectoryLoader(load: () => Promise<boolean>): DirectoryLoader {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = false;

    function stop(): void {
        clearTimeout(timer);
        timer = undefined;
        isWanted = false;
    }

    function read(): void {
        isWanted = false;
        timer = setTimeout(() => {
            timer = undefined;
            if (isWanted) read();
        }, RELOAD_AFTER_MS);
        void load().then((succeeded) => {
            if (!succeeded) stop();
        });
    }

    return {
        want() {
            if (timer === undefined) read();
            else isWanted = true;
        },
        stop
    };
}
