import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Database, query } from '../../../bridge-server/src/store/database.ts';
import type { RecordingTicket } from '../../../bridge-server/src/contract/agentApi.ts';
import type { Softphone } from './softphone.ts';

/** A recording that the bridge copied. */
export interface RecordingCopy {
    readonly name: string;
    /** `ari` or `folder`. */
    readonly source: string;
    /** As the bridge noted it. */
    readonly sha256: string;
    /** Absolute. */
    readonly path: string;
    readonly whole: boolean;
}

interface CopyRow extends Omit<RecordingCopy, 'path'> {
    readonly file: string;
}

/** Those of a call, the first one told first. @param storeDir the bridge's own store */
export async function readCopies(database: Database, storeDir: string, callId: string): Promise<RecordingCopy[]> {
    const text =
        'SELECT name, source, sha256, file, whole FROM recordings WHERE call_id = $1 AND copied_at IS NOT NULL ORDER BY part';
    const rows = await query<CopyRow>(database, { text, values: [callId] });
    return rows.map(({ file, ...copy }) => ({ ...copy, path: join(storeDir, file) }));
}

export const checksumOf = async (path: string): Promise<string> =>
    createHash('sha256')
        .update(await readFile(path))
        .digest('hex');

/** What an agent hears who asks for the recording in the softphone; waits while it is on its way. */
export async function hearRecording(softphone: Softphone, protocol: string): Promise<Buffer> {
    const ask = async (): Promise<unknown> => {
        const answer = await softphone.request('POST', `/recordings/${protocol}/ticket`);
        return answer.json();
    };
    const { parts } = (await eventually(ask, isTicket)) as RecordingTicket;
    const [first] = parts;
    if (!first || parts.length > 1) throw new Error(`The recording has ${parts.length} parts.`);
    const played = await fetch(first.url);
    if (!played.ok) throw new Error(`The recording does not play: ${played.status} ${await played.text()}`);
    return Buffer.from(await played.arrayBuffer());
}

const isTicket = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'parts' in answer;
