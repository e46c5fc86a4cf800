import type { Print } from '../print.ts';
import { type CallsClient, listCalls } from './callsClient.ts';
import { countCalls, describeCall, describeFailed, describeWaiting } from './describeCalls.ts';
import { type Progress, retryAll, retryOne, type RetryOutcome } from './retryCalls.ts';
import type { SalesforceCommand } from './salesforceCommand.ts';

/** Resolves to the exit code. Throws Error with what to do. */
export async function runSalesforceCommand(
    asked: SalesforceCommand,
    client: CallsClient,
    print: Print
): Promise<number> {
    switch (asked.command) {
        case 'failed':
        case 'waiting': {
            const filter = asked.command === 'failed' ? asked.filter : {};
            const listed = await listCalls(client, { sync: asked.command, limit: asked.limit, ...filter });
            const describe = asked.command === 'failed' ? describeFailed : describeWaiting;
            print(listed, () => describe(listed.calls, listed.areMore));
            return 0;
        }
        case 'show': {
            const call = await client.show(asked.call, asked.personalData);
            print(call, () => describeCall(call));
            return 0;
        }
        case 'retry': {
            const options = { waitMs: asked.waitSeconds * 1000, onProgress: showProgress };
            const outcome =
                'call' in asked.which
                    ? await retryOne(client, asked.which.call, options)
                    : await retryAll(client, asked.which.all, options);
            endProgress();
            print(outcome, () => describeOutcome(outcome, asked.waitSeconds));
            return outcome.failedAgain.length > 0 || (asked.waitSeconds > 0 && !outcome.isSettled) ? 1 : 0;
        }
    }
}

function describeOutcome({ due, isSettled, failedAgain, areMoreFailed }: RetryOutcome, waitSeconds: number): string {
    if (due === 0) return 'No failed call is meant, so none was retried.';
    const lines = [`${countCalls(due)} retried.`];
    if (waitSeconds === 0) return `${lines[0]} See what comes of it with: npm run calls -- waiting`;
    if (!isSettled)
        lines.push(`Not all were done within ${waitSeconds} s; the bridge goes on. See: npm run calls -- waiting`);
    if (failedAgain.length > 0) lines.push(`Refused since:\n\n${describeFailed(failedAgain, false)}`);
    else if (isSettled) lines.push('None was refused again.');
    if (areMoreFailed) lines.push('There are more: npm run calls -- failed');
    return lines.join('\n');
}

/** On a terminal only, and beside what is printed, so that the output can be kept in a file. */
function showProgress({ due, toBeTried, failedAgain }: Progress): void {
    if (!process.stderr.isTTY) return;
    process.stderr.write(
        `\r\x1b[K${countCalls(due)} due again; ${toBeTried} to be tried, ${failedAgain} refused again`
    );
}

function endProgress(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}
