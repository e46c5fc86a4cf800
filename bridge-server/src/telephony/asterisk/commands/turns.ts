/** Does what is asked of one thing after the other: a hold and a resume at once would leave half of each. */
export function createTurns() {
    const last = new Map<string, Promise<unknown>>();

    return <Result>(thing: string, work: () => Promise<Result>): Promise<Result> => {
        const before = last.get(thing) ?? Promise.resolve();
        const done = before.then(work);
        const settled = done.then(
            () => undefined,
            () => undefined
        );
        last.set(thing, settled);
        void settled.then(() => {
            if (last.get(thing) === settled) last.delete(thing);
        });
        return done;
    };
}
