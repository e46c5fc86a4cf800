import { BadArguments, readReplayArguments } from '../../tools/replay/replayArguments.ts';

test('plays one capture as recorded unless told otherwise', () => {
    expect(readReplayArguments(['call.raw.txt'])).toEqual({
        file: 'call.raw.txt',
        speed: 1,
        host: '127.0.0.1',
        port: 5038,
        times: 1,
        waitSeconds: 30,
        agents: 'recorded',
        recording: null
    });
});

test('takes every option', () => {
    const text =
        'call.jsonl --speed 10 --port 0 --times 3 --interactive --wait-seconds 5 --recording a.wav --recordings-dir d';
    expect(readReplayArguments(text.split(' '))).toMatchObject({
        ...{ speed: 10, port: 0, times: 3, agents: 'softphone', waitSeconds: 5 },
        recording: { audioFile: 'a.wav', directory: 'd' }
    });
});

test.each([
    ['', 'Give one capture to play.'],
    ['a b', 'Give one capture to play.'],
    ['a --speed fast', '--speed must be a number above 0, not "fast".'],
    ['a --port 99999', '--port must be a whole number from 0 to 65535, not "99999".'],
    ['a --times 0', '--times must be a whole number from 1 to 1000, not "0".'],
    ['a --recording x.wav', '--recording and --recordings-dir belong together.'],
    ['a --loud', /--loud/]
])('refuses "%s"', (text, message) => {
    const read = () => readReplayArguments(text.split(' ').filter(Boolean));
    expect(read).toThrow(BadArguments);
    expect(read).toThrow(message);
});
