import { join } from 'node:path';
import { readEnvironment } from '../local-org/src/readEnvironment.ts';
import { startLocalOrg } from '../local-org/src/startLocalOrg.ts';
import { keepSecrets } from './stack/secrets.ts';

/**
 * `npm run org`: the local Salesforce org alone, with the data and the keys of `npm start`, for the Salesforce CLI,
 * jsforce or a bridge started by hand. The variables of local-org/README.md move it elsewhere.
 */
const dataDir = process.env['DEMO_DATA_DIR'] || '.data';

async function run(): Promise<void> {
    const { publicKeyFile, privateKeyFile } = keepSecrets(dataDir);
    const environment = {
        ORG_DATA_DIR: join(dataDir, 'org'),
        ORG_JWT_PUBLIC_KEY_FILE: publicKeyFile,
        ...process.env
    };
    const org = await startLocalOrg(readEnvironment(environment));
    console.log(`\n  ${org.url}\n`);
    console.log(`  Sign the Salesforce CLI in as the administrator, and deploy:`);
    console.log(`    sf org login web --instance-url ${org.url} --alias local`);
    console.log(`    npm run deploy -- --target-org local`);
    console.log(`  The bridge's private key is ${privateKeyFile}; Ctrl+C stops, what happened stays in ${dataDir}.\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void org.close().then(() => process.exit(0)));
    }
}

run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
