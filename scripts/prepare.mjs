/*
 * Runs at the end of `npm ci`: builds the console page, so that the first `npm start` has nothing to wait for.
 * Plain JavaScript, because the Node that runs it may be too old for the rest; it never makes an installation fail.
 */
import { createRequire } from 'node:module';

const MIN_NODE_VERSION = 24;

const isInstalled = (name) => {
    try {
        return Boolean(createRequire(import.meta.url).resolve(name));
    } catch {
        return false;
    }
};

if (Number.parseInt(process.versions.node, 10) < MIN_NODE_VERSION) {
    console.log(`Node ${process.versions.node} cannot run this project: install Node ${MIN_NODE_VERSION} or newer.`);
} else if (isInstalled('rollup')) {
    await import('./buildConsole.ts').catch((error) => {
        console.log(`The console page was not built; npm start tries again and says why. (${error.message})`);
    });
}
