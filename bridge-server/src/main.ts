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
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'A part failed without saying so'));

    const starting = startApp(config, log);
    let isStopping = false;
    // listening before it is up: who interrupts the start leaves no PostgreSQL behind
    const stop = async (signal: NodeJS.Signals) => {
        if (isStopping) return;
        isStopping = true;
        log.info({ signal }, 'The bridge stops');
        await (await starting).close();
        process.exit(0);
    };
    process.on('SIGINT', (signal) => void stop(signal));
    process.on('SIGTERM', (signal) => void stop(signal));

    const app = await starting;
    log.info({ url: app.url }, 'The bridge is ready');
}

main().catch((error: unknown) => {
    console.error(error instanceof BadConfiguration ? error.message : error);
    process.exit(1);
});
