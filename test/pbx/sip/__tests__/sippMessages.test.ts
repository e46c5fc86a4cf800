import { createCommandQueue } from '../sipp/commandQueue.ts';
import { END, readControlMessage, writeCommand } from '../sipp/controlMessage.ts';

test('what sipp tells is read, whatever its line ends are', () => {
    const read = readControlMessage('Call-ID: 1-22@127.0.0.2\r\nEvent: answered\r\nMedia: 127.0.0.1:20008\r\n\r\n');

    expect(read).toEqual({
        callId: '1-22@127.0.0.2',
        event: 'answered',
        fields: { 'call-id': '1-22@127.0.0.2', event: 'answered', media: '127.0.0.1:20008' }
    });
});

test('sipp that gives a call up says it in its own words', () => {
    expect(readControlMessage('call-id: 7\r\ninternal-cmd: abort_call\r\n\r\n')?.event).toBe('aborted');
});

test('half a message is none', () => {
    expect(readControlMessage('Event: answered\n')).toBeUndefined();
});

test('a command names its call', () => {
    expect(writeCommand('7', 'answer', { Ear: '4000' })).toBe(
        `Call-ID: 7\r\nCommand: answer\r\nEar: 4000\r\n\r\n${END}`
    );
});

test('a command waits until sipp has said what came of the one before', () => {
    const sent: string[] = [];
    const { command, ready } = createCommandQueue((name) => sent.push(name));

    command('ring');
    command('answer');
    const before = [...sent];
    ready();

    expect([before, sent]).toEqual([['ring'], ['ring', 'answer']]);
});
