import { realpath, unlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ToldRecording } from '../../calls/recording.ts';
import { type RecordingSource, SourceError } from '../recordingSource.ts';
import { failOfFile, openFile } from './openFile.ts';
import { recordingPath } from './recordingPath.ts';

/**
 * A folder in which the PBX leaves its recordings as `name.format`, also in folders within, such as
 * `2026/11/23/name.format`. Nothing outside of it is read, whatever a name or a symbolic link says.
 */
export function createFolderSource({ folder }: { readonly folder: string }): Required<RecordingSource> {
    /** Throws SourceError. */
    async function find(recording: ToldRecording): Promise<string> {
        const path = recordingPath(recording);
        if (path === null) throw new SourceError('forbidden', 'The name is none for a file in the folder');
        // asked for each time: it may be mounted later, or away
        const root = await realpath(folder).catch((error: unknown) => {
            throw new SourceError('unavailable', 'The folder of recordings is not there', { cause: error });
        });
        const found = await realpath(join(root, path)).catch(failOfFile);
        if (found.startsWith(root.endsWith(sep) ? root : root + sep)) return found;
        throw new SourceError('forbidden', 'A symbolic link leads out of the folder');
    }

    return {
        name: 'folder',
        mayHave: (recording) => recordingPath(recording) !== null,
        open: async (recording, request) => openFile(await find(recording), request),
        async remove(recording) {
            await find(recording)
                .then((path) => unlink(path))
                .catch(failOfFile)
                .catch((error: unknown) => {
                    if (!(error instanceof SourceError && error.code === 'absent')) throw error;
                });
        }
    };
}
