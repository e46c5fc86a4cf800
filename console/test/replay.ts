import path from 'node:path';
import { startProcess } from './childProcess.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const SPEED = '5';

/** A recorded PBX on a free port, which waits for the softphone to answer and to hang up. */
export async function startReplay(capture: string): Promise<{ port: number; stop: () => Promise<void> }> {
    const { ready, stop } = await startProcess({
        name: 'the replayed PBX',
        command: ['bridge-server/tools/replay/main.ts', capture, '--port', '0', '--speed', SPEED, '--interactive'],
        cwd: repository,
        environment: {},
        readyLine: /listens on 127\.0\.0\.1:(\d+)/
    });
    return { port: Number(ready[1]), stop };
}
