const LIMIT_MS = 30_000;
const POLL_MS = 25;

/** Asks again and again until the answer satisfies the condition; throws with the last answer when it never does. */
export async function eventually<T>(ask: () => Promise<T>, condition: (answer: T) => boolean): Promise<T> {
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
        const answer = await ask();
        if (condition(answer)) return answer;
        if (Date.now() > deadline)
            throw new Error(`It never came to be; last seen: ${JSON.stringify(answer, null, 1)}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
}
