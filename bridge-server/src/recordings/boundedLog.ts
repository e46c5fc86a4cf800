interface BoundedLogOptions {
    readonly write: (fields: object, message: string) => void;
    /** The message of the first ones. */
    readonly each: string;
    /** The message of the line that counts the others. */
    readonly rest: string;
    readonly windowMs?: number;
    /** So many are told of one by one. */
    readonly most?: number;
}

const MINUTE_MS = 60_000;
const MOST = 10;

/** Tells of the first few things in a minute one by one, and of however many follow in one line when it is over. */
export function createBoundedLog({ write, each, rest, windowMs = MINUTE_MS, most = MOST }: BoundedLogOptions) {
    const others = new Map<string, number>();
    let told = 0;
    let window: NodeJS.Timeout | undefined;

    function tellRest(): void {
        clearTimeout(window);
        window = undefined;
        told = 0;
        if (others.size === 0) return;
        const count = [...others.values()].reduce((sum, number) => sum + number, 0);
        write({ count, of: Object.fromEntries(others) }, rest);
        others.clear();
    }

    return {
        /** @param kind of which there are a few, such as a code: by these the line counts */
        tell(kind: string, fields: object): void {
            window ??= setTimeout(tellRest, windowMs).unref();
            if (told < most) {
                told += 1;
                write(fields, each);
            } else others.set(kind, (others.get(kind) ?? 0) + 1);
        },
        /** Before the minute is over. */
        tellRest
    };
}
