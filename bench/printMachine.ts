import { availableParallelism, loadavg } from 'node:os';

/** What the figures were measured on: a time taken while others work says little. */
export function printMachine(): void {
    const processors = availableParallelism();
    const [load = 0] = loadavg();
    const isBusy = load > processors / 2;
    console.log(
        `${processors} processors, load ${load.toFixed(1)}${isBusy ? ': others work here, so times are worse than they could be' : ''}`
    );
}
