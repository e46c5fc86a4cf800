import { sourceOf } from '../../calls/call.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { openFile } from './openFile.ts';

interface SampleOptions {
    /** The telephony side whose calls have this audio, such as `simulator`. */
    readonly telephony: string;
    /** Absolute. */
    readonly file: string;
}

/** The same audio for every call of a telephony side that records none. */
export const createSampleSource = ({ telephony, file }: SampleOptions): RecordingSource => ({
    name: 'sample',
    mayHave: ({ callId }) => sourceOf(callId) === telephony,
    open: (_recording, request) => openFile(file, request)
});
