import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePorts } from '../../scripts/stack/freePorts.ts';
import { startStack, type Stack, type StackOptions } from '../../scripts/stack/startStack.ts';

export interface TestStack extends Stack {
    /** Where the bridge looks for a PBX. */
    readonly amiPort: number;
}

/** PostgreSQL leaves the root account, and must still reach its folder. */
const REACHABLE = 0o755;

/** The whole product on free ports, with data of its own that go when it stops. @param bridgeEnvironment more settings of the bridge */
export async function startTestStack(bridgeEnvironment: StackOptions['bridgeEnvironment'] = {}): Promise<TestStack> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'softphone-'));
    await chmod(dataDir, REACHABLE);
    const [org, bridge, console, amiPort] = (await findFreePorts(4)) as [number, number, number, number];
    const removeData = () => rm(dataDir, { recursive: true, force: true });
    try {
        const stack = await startStack({ dataDir, ports: { org, bridge, console }, amiPort, bridgeEnvironment });
        return { ...stack, amiPort, stop: () => stack.stop().finally(removeData) };
    } catch (error) {
        await removeData();
        throw error;
    }
}
