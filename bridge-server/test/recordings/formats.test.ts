import { audioFormatOf } from '../../src/recordings/formats.ts';

test.each([
    ['wav', 'audio/wav', true, 'wav'],
    ['Wav', 'audio/wav', true, 'wav'],
    ['WAV', 'audio/wav', false, 'wav'],
    ['wav49', 'audio/wav', false, 'wav'],
    ['MP3', 'audio/mpeg', true, 'mp3'],
    ['ogg', 'audio/ogg', true, 'ogg'],
    ['opus', 'audio/ogg', true, 'opus'],
    ['webm', 'audio/webm', true, 'webm'],
    ['mp4', 'audio/mp4', true, 'm4a'],
    ['flac', 'audio/flac', true, 'flac'],
    ['gsm', 'audio/x-gsm', false, 'gsm'],
    ['sln', 'audio/x-sln', false, 'sln'],
    ['x-Vendor 2', 'application/octet-stream', false, 'xvendor2'],
    ['../../etc', 'application/octet-stream', false, 'etc'],
    ['…', 'application/octet-stream', false, 'bin'],
    ['constructor', 'application/octet-stream', false, 'constructor']
])('%s', (name, contentType, playable, extension) => {
    expect(audioFormatOf(name)).toEqual({ contentType, playable, extension });
});
