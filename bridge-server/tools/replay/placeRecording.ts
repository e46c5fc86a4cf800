import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';

/** The PBX's part: when a recording is announced, its audio lies in the folder under the announced name. */
export const createRecordingPlacer =
    (audioFile: string, recordingsDir: string) =>
    async (message: AmiMessage): Promise<void> => {
        if (fieldOf(message, 'UserEvent') !== 'RecordingReady') return;
        // the name is data from the capture: nothing may leave the folder
        const name = basename(`${fieldOf(message, 'Name')}.${fieldOf(message, 'Format')}`);
        await mkdir(recordingsDir, { recursive: true });
        await copyFile(audioFile, join(recordingsDir, name));
    };
