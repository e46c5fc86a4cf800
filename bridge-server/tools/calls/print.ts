/** Prints the bridge's answer, or how it is told to people. */
export type Print = (answer: unknown, describe: () => string) => void;

export const createPrint =
    (json: boolean): Print =>
    (answer, describe) =>
        void process.stdout.write(`${json ? JSON.stringify(answer, null, 4) : describe()}\n`);
