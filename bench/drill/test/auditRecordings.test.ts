import type { Findings } from '../audit/auditOrg.ts';
import { auditRecordings } from '../audit/auditRecordings.ts';
import type { StoredAudio, StoredCopy } from '../audit/storedAudio.ts';
import type { LedgerRecording } from '../ledger.ts';

const byWebhook: LedgerRecording = {
    callId: 'webhook:a',
    name: 'a-1',
    format: 'wav',
    sha256: 'aa',
    isSurelyTold: true
};
const byPbx: LedgerRecording = { callId: 'asterisk:b', name: 'b-1', format: 'wav', sha256: 'bb', isSurelyTold: false };
const copyOf = ({ callId, name, format, sha256 }: LedgerRecording): StoredCopy => ({
    callId,
    name,
    format,
    sha256,
    found: sha256,
    file: `2026/11/23/${name}.wav`,
    error: null
});
const copyA = copyOf(byWebhook);
const copyB = copyOf(byPbx);
const filesOf = (copies: readonly StoredCopy[]): string[] => copies.flatMap(({ file }) => file ?? []);
const stored = (...copies: StoredCopy[]): StoredAudio => ({ copies, files: filesOf(copies) });

const counts = (audio: StoredAudio) => {
    const { lost, doubled, damaged }: Pick<Findings, 'lost' | 'doubled' | 'damaged'> = auditRecordings(
        [byWebhook, byPbx],
        audio
    );
    return { lost: lost.length, doubled: doubled.length, damaged: damaged.length };
};
const NOTHING = { lost: 0, doubled: 0, damaged: 0 };

test('finds nothing in a store that holds each recording once', () => {
    expect(counts(stored(copyA, copyB))).toEqual(NOTHING);
});

test('a recording that a PBX told while nobody listened is no loss', () => {
    expect(counts(stored(copyA))).toEqual(NOTHING);
});

test.each<[string, StoredAudio, Partial<typeof NOTHING>]>([
    ['the bridge forgot a recording', stored(copyB), { lost: 1 }],
    ['a recording was never copied', stored({ ...copyA, file: null, found: null }, copyB), { lost: 1 }],
    [
        'the file of a copy is gone',
        { copies: [copyA, { ...copyB, found: null }], files: filesOf([copyA]) },
        { lost: 1 }
    ],
    ['a copy holds something else', stored({ ...copyA, found: 'ax' }, copyB), { damaged: 1 }],
    ['the table has another checksum', stored({ ...copyA, sha256: 'ax' }, copyB), { damaged: 1 }],
    ['a recording is there twice', stored(copyA, copyB, { ...copyA, file: 'other.wav' }), { doubled: 1 }],
    ['two recordings share a file', stored({ ...copyA, file: copyB.file }, copyB), { doubled: 2 }],
    ['a recording is of no call', stored(copyA, copyB, { ...copyB, name: 'c-1', file: 'c.wav' }), { doubled: 1 }],
    [
        "a file is nobody's copy",
        { copies: [copyA, copyB], files: [...filesOf([copyA, copyB]), 'incoming/x.part'] },
        { doubled: 1 }
    ]
])('finds that %s', (_what, audio, found) => {
    expect(counts(audio)).toEqual({ ...NOTHING, ...found });
});
