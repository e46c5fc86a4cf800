import type { RecordingsConfig } from '../../recordingsConfig.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { createAriSource } from './ariSource.ts';
import { createFolderSource } from './folderSource.ts';
import { createS3Source } from './s3Source.ts';
import { createSampleSource } from './sampleSource.ts';
import { createUrlSource } from './urlSource.ts';

interface RecordingSourcesOptions {
    readonly config: Pick<
        RecordingsConfig,
        'deleteAtSource' | 'maxBytes' | 'folder' | 's3' | 'urlHosts' | 'urlAuthorization'
    >;
    /** The REST interface of a PBX, and the telephony side whose calls it records; null: none. */
    readonly ari: {
        readonly url: string;
        readonly username: string;
        readonly password: string;
        readonly telephony: string;
    } | null;
    /** The telephony side that records nothing, and the audio that its calls have instead; null: none. */
    readonly sample: { readonly telephony: string; readonly file: string } | null;
}

/** Where a recording may be, in the order in which it is looked for. Without `deleteAtSource` none of them removes. */
export function createRecordingSources({ config, ari, sample }: RecordingSourcesOptions): readonly RecordingSource[] {
    const { urlHosts: hosts, urlAuthorization: authorization, maxBytes, folder, s3 } = config;
    const sources: readonly RecordingSource[] = [
        // without any host, too: it says then why a URL is not asked
        createUrlSource({ hosts, authorization, maxBytes }),
        ...(sample ? [createSampleSource(sample)] : []),
        ...(folder === null ? [] : [createFolderSource({ folder })]),
        ...(s3 ? [createS3Source(s3)] : []),
        ...(ari ? [createAriSource(ari)] : [])
    ];
    return config.deleteAtSource ? sources : sources.map(({ name, mayHave, open }) => ({ name, mayHave, open }));
}
