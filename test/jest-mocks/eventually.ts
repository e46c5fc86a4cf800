const ATTEMPTS = 200;

/** Waits, turn by turn of the event loop, until the assertion holds; its last failure is the test's. */
export async function eventually(assertion: () => void): Promise<void> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
        try {
            assertion();
            return;
        } catch {
            await nextTurn();
        }
    }
    assertion();
}

function nextTurn(): Promise<void> {
    return new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            port1.close();
            resolve();
        };
        port2.postMessage(null);
    });
}
