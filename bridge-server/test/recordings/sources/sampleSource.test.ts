import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleSource } from '../../../src/recordings/sources/sampleSource.ts';
import { anew, describeSourceContract, sourceError, told } from './sourceContract.ts';

let folder: string;
let file: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-source-'));
    file = join(folder, 'sample.wav');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sampleOf = (telephony: string) => createSampleSource({ telephony, file });

describeSourceContract(
    'a sample',
    () =>
        Promise.resolve({
            source: sampleOf('simulator'),
            recording: told({ callId: 'simulator:1' }),
            put: (audio) => writeFile(file, audio),
            close: () => Promise.resolve()
        }),
    ['goes-on', 'has-one-audio']
);

test('it is the audio of one telephony side only, and whatever its recordings are called', () => {
    const source = sampleOf('simulator');
    expect(source.mayHave(told({ callId: 'simulator:1', name: '../x' }))).toBe(true);
    expect(source.mayHave(told({ callId: 'asterisk:1' }))).toBe(false);
    expect(source.mayHave(told({ callId: 'simulators:1' }))).toBe(false);
});

test('a sample that was not shipped is absent', async () => {
    await expect(sampleOf('simulator').open(told(), anew())).rejects.toEqual(sourceError('absent'));
});

test('it is never removed', () => {
    expect(sampleOf('simulator').remove).toBeUndefined();
});
