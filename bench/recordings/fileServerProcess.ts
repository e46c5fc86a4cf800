import { startProcess } from '../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../scripts/stack/freePorts.ts';

export interface FileServerProcess {
    /** Of the file. */
    readonly url: string;
    stop(): Promise<void>;
}

/** Serves one file from a process of its own, as bare as `node:http` can. */
export async function startFileServerProcess(file: string): Promise<FileServerProcess> {
    const [port = 0] = await findFreePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const child = await startProcess({
        name: 'bare file server',
        file: 'bench/recordings/bareFileServer.ts',
        readyUrl: url,
        environment: { FILE: file, PORT: String(port) }
    });
    return { url: `${url}/recording`, stop: () => child.stop() };
}
