import { setTimeout as wait } from 'node:timers/promises';
import { startProcess } from '../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../scripts/stack/freePorts.ts';
import { tokenOfBridgeUser } from '../stack/benchOrg.ts';

export interface NaiveProcess {
    readonly url: string;
    readonly processId: number;
    /** Resolves once it does nothing any more, or after the limit. */
    idle(limitMs: number): Promise<void>;
    killAndRestart(): Promise<void>;
    stop(): Promise<void>;
}

const POLL_MS = 100;

/** Starts the naive bridge as a process of its own, signed in at the org as the same user as the bridge. */
export async function startNaiveProcess(orgUrl: string, amiPort?: number): Promise<NaiveProcess> {
    const [port = 0] = await findFreePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const start = async () =>
        startProcess({
            name: 'naive bridge',
            file: 'bench/naive/main.ts',
            readyUrl: `${url}/readyz`,
            environment: {
                NAIVE_PORT: String(port),
                ...(amiPort !== undefined && { NAIVE_AMI_PORT: String(amiPort) }),
                ORG_URL: orgUrl,
                ORG_TOKEN: await tokenOfBridgeUser(orgUrl)
            }
        });
    let child = await start();
    return {
        url,
        get processId() {
            return child.processId;
        },
        async idle(limitMs) {
            const deadline = Date.now() + limitMs;
            while (Date.now() < deadline) {
                const { underWay } = (await (await fetch(`${url}/readyz`)).json()) as { underWay: number };
                if (underWay === 0) return;
                await wait(POLL_MS);
            }
        },
        async killAndRestart() {
            await child.kill();
            child = await start();
        },
        stop: () => child.stop()
    };
}
