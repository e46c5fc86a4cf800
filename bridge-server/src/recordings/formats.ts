/** What is known of a format that a telephony side records in. */
export interface AudioFormat {
    readonly contentType: string;
    /** Whether browsers play it. What they do not play can be saved, and most players on a desk open it. */
    readonly playable: boolean;
    /** Of the file's name, without the dot. */
    readonly extension: string;
}

const format = (contentType: string, playable: boolean, extension: string): AudioFormat => ({
    contentType,
    playable,
    extension
});

const WAV = format('audio/wav', true, 'wav');
const OGG = format('audio/ogg', true, 'ogg');
/** GSM in a WAV: browsers know the box and not what is in it. */
const WAV49 = format('audio/wav', false, 'wav');

/** Raw ones have no header that would tell a browser how to play them. */
const FORMATS: ReadonlyMap<string, AudioFormat> = new Map([
    ['wav', WAV],
    ['wave', WAV],
    ['wav16', WAV],
    ['wav49', WAV49],
    ['mp3', format('audio/mpeg', true, 'mp3')],
    ['ogg', OGG],
    ['oga', OGG],
    ['opus', format('audio/ogg', true, 'opus')],
    ['webm', format('audio/webm', true, 'webm')],
    ['m4a', format('audio/mp4', true, 'm4a')],
    ['mp4', format('audio/mp4', true, 'm4a')],
    ['flac', format('audio/flac', true, 'flac')],
    ['gsm', format('audio/x-gsm', false, 'gsm')],
    ['ulaw', format('audio/basic', false, 'ulaw')],
    ['alaw', format('audio/x-alaw-basic', false, 'alaw')],
    ['g722', format('audio/x-g722', false, 'g722')],
    ['sln', format('audio/x-sln', false, 'sln')]
]);

const LONGEST_EXTENSION = 16;

/**
 * How audio of this format is served. Nothing is transcoded: a recording is evidence, so what is heard and saved is
 * byte for byte what the telephony side recorded, and its checksum stays what it was when it was copied. Whoever wants
 * every recording to be heard in the browser lets the telephony side record in such a format.
 *
 * @param name as the telephony side wrote it; `WAV` in capitals is Asterisk's name for wav49, otherwise case is ignored
 */
export function audioFormatOf(name: string): AudioFormat {
    if (name === 'WAV') return WAV49;
    const lower = name.toLowerCase();
    return FORMATS.get(lower) ?? format('application/octet-stream', false, extensionOf(lower));
}

const extensionOf = (lower: string): string => lower.replace(/[^a-z0-9]/g, '').slice(0, LONGEST_EXTENSION) || 'bin';
