import { once } from 'node:events';
import { createServer } from 'node:net';

/** Environment variables and the ports that they set. */
export type NamedPorts = Readonly<Record<string, number>>;

/** Throws, with one line for each port of the address that cannot be listened on, unless all can. */
export async function refuseTakenPorts(host: string, ports: NamedPorts): Promise<void> {
    const attempts = Object.entries(ports).map(([variable, port]) => {
        const server = createServer();
        const complaint = once(server.listen(port, host), 'listening').then(
            () => null,
            (error: NodeJS.ErrnoException) => describe(error, port, variable)
        );
        return { server, complaint };
    });
    const complaints = await Promise.all(attempts.map(({ complaint }) => complaint));
    for (const { server } of attempts) if (server.listening) await once(server.close(), 'close');
    const lines = complaints.filter((line) => line !== null);
    if (lines.length > 0) throw new Error(lines.join('\n'));
}

const describe = (error: NodeJS.ErrnoException, port: number, variable: string): string =>
    error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop what listens there (another \`npm start\`?), or set ${variable} to another port.`
        : `Port ${port} cannot be used (${error.message}). Set ${variable} to another port.`;
