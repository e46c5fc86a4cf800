import { startConsole } from './startConsole.ts';

const { CONSOLE_PORT = '4173', ORG_URL = 'http://127.0.0.1:8611', BRIDGE_URL = 'http://127.0.0.1:4180' } = process.env;

const running = await startConsole({ port: Number(CONSOLE_PORT), orgUrl: ORG_URL, bridgeUrl: BRIDGE_URL });
console.log(`console ready at ${running.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close());
}
