import type { LedgerRecording } from '../ledger.ts';
import type { Finding, Findings } from './auditOrg.ts';
import type { StoredAudio, StoredCopy } from './storedAudio.ts';

type Audio = Pick<LedgerRecording, 'callId' | 'name' | 'format'>;

const nameOf = ({ callId, name, format }: Audio): string => `${callId} ${name}.${format}`;

/** Compares the bridge's store with what the telephony side left of its recordings. */
export function auditRecordings(
    recordings: readonly LedgerRecording[],
    { copies, files }: StoredAudio
): Pick<Findings, 'lost' | 'doubled' | 'damaged'> {
    const copiesByName = Map.groupBy(copies, nameOf);
    const expected = new Set(recordings.map(nameOf));
    const usesOfFile = Map.groupBy(copies, ({ file }) => file);
    const lost: Finding[] = [];
    const damaged: Finding[] = [];
    const doubled: Finding[] = [
        ...copies.filter((copy) => !expected.has(nameOf(copy))).map((copy) => of(copy, 'is of no call')),
        ...copies.filter((copy) => sharesFile(copy, usesOfFile)).map((copy) => of(copy, 'shares its file')),
        ...files.filter((file) => !usesOfFile.has(file)).map((file) => ofNoCall(`file ${file} is nobody's copy`))
    ];

    for (const recording of recordings) {
        const [copy, ...more] = copiesByName.get(nameOf(recording)) ?? [];
        doubled.push(...more.map((other) => of(other, 'is there twice')));
        if (!copy) {
            if (recording.isSurelyTold) lost.push(of(recording, 'is not known to the bridge'));
        } else if (copy.found === null) {
            lost.push(of(recording, `has no copy ${copy.error ?? ''}`.trimEnd()));
        } else if (copy.found !== recording.sha256 || copy.sha256 !== recording.sha256) {
            damaged.push(of(recording, `has ${copy.found} in its file, ${copy.sha256} in the table`));
        }
    }
    return { lost, doubled, damaged };
}

const of = (audio: Audio, text: string): Finding => ({
    callId: audio.callId,
    text: `recording ${nameOf(audio)} ${text}`
});

const ofNoCall = (text: string): Finding => ({ callId: null, text });

function sharesFile({ file }: StoredCopy, usesOfFile: ReadonlyMap<string | null, readonly StoredCopy[]>): boolean {
    return file !== null && (usesOfFile.get(file)?.length ?? 0) > 1;
}
