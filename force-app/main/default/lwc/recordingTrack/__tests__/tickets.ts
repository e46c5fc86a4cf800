import type { RecordingPart, RecordingTicket } from 'bridge/contract';

/** A part of three minutes and ten seconds, with what a test changes about it. */
export const recordingPart = (changes: Partial<RecordingPart> = {}): RecordingPart => ({
    url: 'https://bridge.example.com/recordings/42/audio?ticket=t',
    downloadUrl: 'https://bridge.example.com/recordings/42/audio?ticket=t&download=1',
    contentType: 'audio/wav',
    playable: true,
    bytes: 3_040_044,
    durationMs: 190_000,
    peaks: [0, 50, 100, 50],
    ...changes
});

/** A ticket that holds for a quarter of an hour. */
export const recordingTicket = (...parts: RecordingPart[]): RecordingTicket => ({
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    parts: parts.length > 0 ? parts : [recordingPart()]
});
