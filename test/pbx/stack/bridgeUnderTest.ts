import { bridgeNodeOptions } from '../../../scripts/stack/bridgeNodeOptions.ts';
import { type ChildProcess, startProcess } from '../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';

/** A bridge that can be ended and started again with the same data, at the same address. */
export interface BridgeUnderTest {
    readonly url: string;
    /** The last line of its log. */
    lastWords(): string;
    /** Whether it was not ended since it was last started. */
    isUp(): boolean;
    /** Asks it to stop, and resolves once it has. */
    stop(): Promise<void>;
    /** Ends it as a power cut would. */
    kill(): Promise<void>;
    /** Resolves once it is ready. @param environment settings that differ from the first ones, this time */
    startAgain(environment?: Readonly<Record<string, string>>): Promise<void>;
    /** Also when it is just starting. */
    stopForGood(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Resolves once it is ready, which it is without a PBX too. */
export async function startBridgeUnderTest(
    environment: Readonly<Record<string, string>>,
    onLine: (line: string) => void
): Promise<BridgeUnderTest> {
    const [port = 0] = await findFreePorts(1);
    const url = `http://${HOST}:${port}`;
    let lastLine = '';
    const start = (differing: Readonly<Record<string, string>> = {}): Promise<ChildProcess> =>
        startProcess({
            name: 'bridge',
            file: 'bridge-server/src/main.ts',
            nodeOptions: bridgeNodeOptions,
            readyUrl: `${url}/readyz`,
            onLine(line) {
                lastLine = line;
                onLine(line);
            },
            environment: { BRIDGE_HOST: HOST, BRIDGE_PORT: String(port), ...environment, ...differing }
        });
    let running = start();
    let isUp = true;
    let isOver = false;
    async function stop(): Promise<void> {
        isUp = false;
        await (await running).stop();
    }
    await running;
    return {
        url,
        lastWords: () => lastLine,
        isUp: () => isUp,
        stop,
        async kill() {
            isUp = false;
            await (await running).kill();
        },
        async startAgain(differing) {
            if (isOver) throw new Error('The bridge was stopped for good.');
            running = start(differing);
            await running;
            isUp = true;
        },
        async stopForGood() {
            isOver = true;
            // one that did not start has nothing to stop
            await running.then(stop, () => undefined);
        }
    };
}
