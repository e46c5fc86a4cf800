/** Sends the keys of a call, once the keys before them have reached it. Answers whether they did. */
type TakeTurn = (legId: string, send: () => Promise<boolean>) => Promise<boolean>;

/**
 * Lets keys reach a call in the order in which they were pressed: two requests could overtake each other on their way.
 * What waits behind keys that failed is not sent, for the rest of a number is another number.
 */
export function createDigitTurns(): TakeTurn {
    /** The last turn of each leg that is not over. */
    const turns = new Map<string, Promise<boolean>>();
    return (legId, send) => {
        const before = turns.get(legId) ?? Promise.resolve(true);
        const turn = before.then((succeeded) => succeeded && send());
        turns.set(legId, turn);
        void turn.then(() => {
            if (turns.get(legId) === turn) turns.delete(legId);
        });
        return turn;
    };
}
