/** What to do about each reason for which a recording is not in the bridge's store. */
const ADVICE: Readonly<Record<string, string>> = {
    absent: 'No source has it; the bridge asks again by itself for seven days. Look whether the PBX still has the file, and whether RECORDINGS_DIR, S3_KEY or the name that the telephony side tells lead to it, and retry it.',
    unavailable:
        'The source does not answer, or breaks off; the bridge tries again by itself. Look at the source, and at the network between.',
    refused:
        'The source does not let the bridge in. Correct its credentials, or what it grants them; the bridge tries again by itself each hour, and at once when you retry it.',
    forbidden:
        'The bridge must not ask there. Add the host to RECORDING_URL_HOSTS if it may, or have the telephony side name one that is allowed. Then retry it.',
    'too-large': 'It has more bytes than RECORDING_MAX_MB allows. Raise that, and retry it.',
    'disk-full':
        'The disk of RECORDING_STORE_DIR is full. Make room; the bridge tries again by itself within a minute, and loses nothing.',
    'store-unwritable':
        'The bridge cannot write into RECORDING_STORE_DIR. Give its user the folder, or look at the disk; the bridge tries again by itself.',
    'source-unknown':
        'Nothing is configured from which it could be copied. Configure a source (RECORDINGS_DIR, S3_BUCKET, RECORDING_URL_HOSTS, or ARI of the Asterisk), and retry it.',
    interrupted: 'The bridge stopped while it was copied, and goes on with it by itself.',
    changed:
        'The audio changes while it is read: it is still being written, or was cut. The bridge tries again by itself, and keeps what there is after ten minutes.'
};

const UNKNOWN = "See what went wrong in the bridge's words, remove the cause, and retry it.";

export const adviceForRecording = (code: string): string => ADVICE[code] ?? UNKNOWN;
