import { createAskBridge } from './askBridge.ts';
import { createReadAudit } from './audit/auditClient.ts';
import { runAuditCommand } from './audit/runAuditCommand.ts';
import { BadArguments } from './badArguments.ts';
import { readConnection } from './connection.ts';
import { createPrint } from './print.ts';
import { type Asked, readCommand } from './readCommand.ts';
import { confirmAtTerminal } from './recordings/confirmAtTerminal.ts';
import { createRecordingsClient } from './recordings/recordingsClient.ts';
import { runRecordingsCommand } from './recordings/runRecordingsCommand.ts';
import { createCallsClient } from './salesforce/callsClient.ts';
import { runSalesforceCommand } from './salesforce/runSalesforceCommand.ts';
import { USAGE } from './usage.ts';

try {
    process.exitCode = await run(readCommand(process.argv.slice(2)));
} catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n${error instanceof BadArguments ? `\n${USAGE}\n` : ''}`);
    process.exitCode = error instanceof BadArguments ? 2 : 1;
}

/** Resolves to the exit code. Throws Error with what to do. */
async function run(asked: Asked): Promise<number> {
    const ask = createAskBridge(readConnection(process.env));
    const print = createPrint(asked.json);
    switch (asked.about) {
        case 'salesforce':
            return runSalesforceCommand(asked.command, createCallsClient(ask), print);
        case 'recordings':
            return runRecordingsCommand(asked.command, createRecordingsClient(ask), print, confirmAtTerminal);
        case 'audit':
            return runAuditCommand(asked.command, createReadAudit(ask), print, process.stdout);
    }
}
