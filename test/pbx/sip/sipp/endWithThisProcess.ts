import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();

const killAll = () => children.forEach((child) => child.kill('SIGKILL'));

/** The child does not outlive this process, however that ends, short of a SIGKILL. */
export function endWithThisProcess(child: ChildProcess): void {
    if (children.size === 0) process.once('exit', killAll);
    children.add(child);
    child.once('exit', () => {
        children.delete(child);
        if (children.size === 0) process.off('exit', killAll);
    });
}
