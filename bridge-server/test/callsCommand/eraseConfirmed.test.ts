import type { AdminRecording } from '../../src/contract/recordingsAdmin.ts';
import type { RecordingsClient } from '../../tools/calls/recordings/recordingsClient.ts';
import { runRecordingsCommand } from '../../tools/calls/recordings/runRecordingsCommand.ts';

const ASKED = { command: 'erase', protocol: 'p-1', by: 'Ana', reason: 'LGPD', force: false } as const;

/** A bridge with one recording that is left and one that is deleted. */
function createWith(answer: boolean) {
    const erased: string[] = [];
    const asked: string[] = [];
    const client = {
        show: async () => ({
            recordings: [
                { bytes: 2_000, deleted: null },
                { bytes: 9_000, deleted: { at: '', why: '', by: '' } }
            ] as AdminRecording[],
            hold: null
        }),
        erase: async (protocol: string) => {
            erased.push(protocol);
            return { erased: 1, bytes: 2_000 };
        }
    } as Partial<RecordingsClient> as RecordingsClient;
    const confirm = async (what: string): Promise<boolean> => {
        asked.push(what);
        return answer;
    };
    const run = (isConfirmed: boolean) =>
        runRecordingsCommand({ ...ASKED, isConfirmed }, client, () => undefined, confirm);
    return { run, erased, asked };
}

test('says what will be erased, and erases it when the answer is yes', async () => {
    const { run, erased, asked } = createWith(true);
    expect(await run(false)).toBe(0);
    expect(asked).toEqual(['1 recording of p-1 (2.0 kB)']);
    expect(erased).toEqual(['p-1']);
});

test('erases nothing when the answer is another', async () => {
    const { run, erased } = createWith(false);
    await expect(run(false)).rejects.toThrow('Nothing was erased.');
    expect(erased).toEqual([]);
});

test('asks nobody when it was said beforehand', async () => {
    const { run, erased, asked } = createWith(false);
    await run(true);
    expect([asked, erased]).toEqual([[], ['p-1']]);
});
