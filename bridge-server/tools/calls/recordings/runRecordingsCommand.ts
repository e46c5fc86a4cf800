import { formatBytes, formatInstant } from '../formatTable.ts';
import type { Print } from '../print.ts';
import { countRecordings, describeRecording, describeRecordings, describeSweeps } from './describeRecordings.ts';
import type { RecordingsClient } from './recordingsClient.ts';
import type { RecordingsCommand } from './recordingsCommand.ts';

/** Asks whether to erase. Throws Error when nobody is there to be asked. */
export type Confirm = (what: string, protocol: string) => Promise<boolean>;

/** Resolves to the exit code. Throws Error with what to do. */
export async function runRecordingsCommand(
    asked: RecordingsCommand,
    client: RecordingsClient,
    print: Print,
    confirm: Confirm
): Promise<number> {
    switch (asked.command) {
        case 'recordings': {
            const listed = await client.list(asked.limit, asked.filter);
            print(listed, () => describeRecordings(listed.recordings, listed.areMore));
            return 0;
        }
        case 'recording': {
            const recordings = await client.show(asked.protocol);
            print({ recordings }, () => describeRecording(recordings));
            return 0;
        }
        case 'retryRecording': {
            const retried = await client.retry(asked.protocol);
            const next = `See what comes of it with: npm run calls -- recording ${asked.protocol}`;
            print(retried, () => `${countRecordings(retried.due)} retried. ${next}`);
            return 0;
        }
        case 'retryRecordings': {
            const retried = await client.retryAll(asked.filter);
            print(retried, () =>
                retried.due === 0
                    ? 'No such recording has failed or waits for another try, so none was retried.'
                    : `${countRecordings(retried.due)} retried. See what comes of it with: npm run calls -- recordings --state failed`
            );
            return 0;
        }
        case 'hold': {
            const hold = await client.hold(asked.protocol, { by: asked.by, reason: asked.reason });
            print(hold, () => `On hold since ${formatInstant(hold.since)} (UTC). Nothing of this call is deleted.`);
            return 0;
        }
        case 'release': {
            const hold = await client.release(asked.protocol, { by: asked.by, reason: asked.reason });
            print(hold, () => `Released; ${hold.by} held it since ${formatInstant(hold.since)} (UTC).`);
            return 0;
        }
        case 'erase':
            return erase(asked, client, print, confirm);
        case 'sweeps': {
            const sweeps = await client.sweeps();
            print({ sweeps }, () => describeSweeps(sweeps));
            return 0;
        }
    }
}

async function erase(
    asked: Extract<RecordingsCommand, { command: 'erase' }>,
    client: RecordingsClient,
    print: Print,
    confirm: Confirm
): Promise<number> {
    const { protocol, by, reason, force } = asked;
    if (!asked.isConfirmed) {
        const left = (await client.show(protocol)).recordings.filter(({ deleted }) => !deleted);
        const size = formatBytes(left.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0));
        if (!(await confirm(`${countRecordings(left.length)} of ${protocol} (${size})`, protocol)))
            throw new Error('Nothing was erased.');
    }
    const erased = await client.erase(protocol, { by, reason, force });
    print(erased, () => `${countRecordings(erased.erased)} erased (${formatBytes(erased.bytes)}).`);
    return 0;
}
