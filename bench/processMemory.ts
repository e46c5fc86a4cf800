import { execFileSync } from 'node:child_process';

const KILOBYTES_PER_MEGABYTE = 1024;

/** The resident memory of a process and of all that it started, in MB, as `ps` sees it. */
export function residentMegabytes(processId: number): number {
    const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number));
    const familyRss = (id: number): number =>
        rows
            .filter(([pid, parent]) => pid === id || parent === id)
            .reduce((sum, [pid = 0, , rss = 0]) => sum + (pid === id ? rss : familyRss(pid)), 0);
    return familyRss(processId) / KILOBYTES_PER_MEGABYTE;
}
