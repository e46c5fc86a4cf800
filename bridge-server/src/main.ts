import { startApp } from './app.ts';
import { BadConfiguration, readConfig } from './config.ts';
import { createLogger } from './logger.ts';

const MIN_NODE_VERSION = 24;

/** The bridge as a process: reads its configuration from the environment, stops cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
    const nodeVersion = Number.parseInt(process.versions.node, 10);
    if (nodeVersion < MIN_NODE_VERSION) {
        throw new BadConfiguration([
            `Node ${process.versions.node} is too old: run it with \`npm run bridge\`, or install Node ${MIN_NODE_VERSION}`
        ]);
    }
    const config = readConfig(process.env);
    const log = createLogger(config.logLevel);
    const app = await startApp(config, log);
    log.info({ url: app.url }, 'The bridge is ready');

    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'A part failed without saying so'));

    let stopping = false;
    const stop = async (signal: NodeJS.Signals) => {
        if (stopping) return;
        stopping = true;
        log.info({ signal }, 'The bridge stops');
        await app.close();
        process.exit(0);
    };
    process.on('SIGINT', (signal) => void stop(signal));
    process.on('SIGTERM', (signal) => void stop(signal));
}

main().catch((error: unknown) => {
    console.error(error instanceof BadConfiguration ? error.message : error);
    process.exit(1);
});
