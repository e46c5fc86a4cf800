import { bridgeNodeOptions } from '../../../scripts/stack/bridgeNodeOptions.ts';
import { type ChildProcess, startProcess } from '../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';

/** A bridge that can be ended and started again with the same data, at the same address. */
export interface BridgeUnderTest {
    readonly url: string;
    /** The last line of its log. */
    lastWords(): string;
    /** Asks it to stop, and resolves once it has. */
    stop(): Promise<void>;
    /** Ends it as a power cut would. */
    kill(): Promise<void>;
    /** Resolves once it is ready. @param environment settings that differ from the first ones, this time */
    startAgain(environment?: Readonly<Record<string, string>>): Promise<void>;
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
    let running = await start();
    return {
        url,
        lastWords: () => lastLine,
        stop: () => running.stop(),
        kill: () => running.kill(),
        async startAgain(differing) {
            running = await start(differing);
        }
    };
}
