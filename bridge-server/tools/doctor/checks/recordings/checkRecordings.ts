import type { BrowserSignInConfig, RecordingsConfig } from '../../../../src/recordingsConfig.ts';
import type { AriLogin } from '../../doctorInput.ts';
import { type Finding, findingsOf } from '../../finding.ts';
import { checkBucket } from './checkBucket.ts';
import { checkFolder } from './checkFolder.ts';
import { checkRetention } from './checkRetention.ts';
import { checkStore } from './checkStore.ts';
import { checkStoredRecordings } from './checkStoredRecordings.ts';
import { checkUrlHosts } from './checkUrlHosts.ts';

const sources = findingsOf('sources');
const browserSignIn = findingsOf('link');

interface RecordingsInput {
    readonly recordings: RecordingsConfig;
    readonly browserSignIn: BrowserSignInConfig | null;
    /** By which an Asterisk gives its recordings; null: it has no REST interface for the bridge. */
    readonly ari: AriLogin | null;
}

/** Whether the bridge gets recordings, keeps them, and lets people hear them; as the user who runs this. */
export async function checkRecordings(input: RecordingsInput, nowMs: number): Promise<Finding[]> {
    const { storeDir, maxBytes, folder, s3, urlHosts, deleteAtSource } = input.recordings;
    const found = await Promise.all([
        checkStore(storeDir, maxBytes),
        folder === null ? [] : checkFolder(folder, nowMs),
        input.ari === null ? [] : checkStoredRecordings(input.ari, { deletes: deleteAtSource }),
        s3 === null ? [] : checkBucket(s3),
        checkUrlHosts(urlHosts)
    ]);
    const hasSource = folder !== null || input.ari !== null || s3 !== null || urlHosts.length > 0;
    return [
        ...found.flat(),
        ...(hasSource ? [] : [NO_SOURCE]),
        checkRetention(input.recordings.retentionDays),
        input.browserSignIn ? browserSignIn.ok('who opens it signs in at the org') : NO_SIGN_IN
    ];
}

const NO_SOURCE = sources.warn(
    'none is configured: Tasks say that the bridge has no access to the audio',
    'set ARI_URL, RECORDINGS_DIR, S3_BUCKET or RECORDING_URL_HOSTS (docs/configuration.md, Recordings)'
);

const NO_SIGN_IN = browserSignIn.warn(
    'the link in the Task plays for nobody by itself: it sends people to the Case in the console',
    'make an app for people and set SIGN_IN_CLIENT_ID (docs/salesforce.md)'
);
