/**
 * A program and its arguments, as `spawn` takes them, that do not outlive this process, however that ends: Linux ends
 * them. `setpriv` is a part of every Debian.
 */
export const endsWithThisProcess = (program: string, list: readonly string[]): [string, string[]] => [
    'setpriv',
    ['--pdeathsig', 'KILL', program, ...list]
];
