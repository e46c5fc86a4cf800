import { readEnvironment } from './readEnvironment.ts';
import { startLocalOrg } from './startLocalOrg.ts';

try {
    const localOrg = await startLocalOrg(readEnvironment(process.env));
    console.log(`Local Salesforce org ready at ${localOrg.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void localOrg.close().then(() => process.exit(0)));
    }
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
