import { once } from 'node:events';
import { chmod, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';
import { readPort } from '../../../scripts/stack/readPort.ts';
import { refuseTakenPorts } from '../../../scripts/stack/refuseTakenPorts.ts';
import { type StackOptions, startStack } from '../../../scripts/stack/startStack.ts';
import { eventually } from '../support/eventually.ts';
import { serverPid } from '../store/embedded/serverState.ts';
import { temporaryFolders } from '../store/embedded/temporaryFolder.ts';

jest.setTimeout(120_000);
const LOOPBACK = '127.0.0.1';
/** PostgreSQL leaves the root account, and must still reach its folder. */
const REACHABLE = 0o755;
const newFolder = temporaryFolders();

async function stackOptions(): Promise<StackOptions> {
    const dataDir = await newFolder();
    await chmod(dataDir, REACHABLE);
    const [org, bridge, console, amiPort] = (await findFreePorts(4)) as [number, number, number, number];
    return { dataDir, ports: { org, bridge, console }, amiPort };
}

test('a stack that is interrupted while it starts leaves neither its processes nor PostgreSQL running', async () => {
    const options = await stackOptions();
    const bridgeDir = join(options.dataDir, 'bridge');
    const interruption = new AbortController();
    const start = startStack({ ...options, signal: interruption.signal }).then(
        () => 'started',
        (error: unknown) => error
    );
    await eventually(
        () => serverPid(bridgeDir),
        (pid) => pid !== null
    );

    interruption.abort();

    expect(await start).toBe(interruption.signal.reason);
    expect(await serverPid(bridgeDir)).toBeNull();
    await expect(refuseTakenPorts(LOOPBACK, options.ports)).resolves.toBeUndefined();
});

test('a stack starts nothing when a port is taken, and says which variable moves it', async () => {
    const options = await stackOptions();
    const other = createServer().listen(options.ports.bridge, LOOPBACK);
    await once(other, 'listening');
    try {
        await expect(startStack(options)).rejects.toThrow(
            `Port ${options.ports.bridge} is taken. Stop what listens there (another \`npm start\`?), or set BRIDGE_PORT to another port.`
        );
        expect(await readdir(options.dataDir)).toEqual([]);
    } finally {
        other.close();
    }
});

describe('a port from the environment', () => {
    const VARIABLE = 'PORT_OF_THIS_TEST';
    afterEach(() => Reflect.deleteProperty(process.env, VARIABLE));

    test.each(['many', '0', '-1', '65536', '80.5', '1e3', ' '])('is refused when it is "%s"', (text) => {
        process.env[VARIABLE] = text;
        expect(() => readPort(VARIABLE, 4173)).toThrow(`${VARIABLE} must be a port such as 4173, and is "${text}"`);
    });

    test.each([
        [undefined, 4173],
        ['', 4173],
        ['8080', 8080]
    ])('is read from %j as %d', (text, port) => {
        if (text !== undefined) process.env[VARIABLE] = text;
        expect(readPort(VARIABLE, 4173)).toBe(port);
    });
});
