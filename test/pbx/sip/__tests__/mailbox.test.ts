import { createMailbox } from '../sipp/mailbox.ts';

test('what came before anybody took it is not lost, nor is its order', () => {
    const mailbox = createMailbox<string>();
    const taken: string[] = [];
    mailbox.put('calling');
    mailbox.put('answered');

    mailbox.openTo((message) => taken.push(message));
    mailbox.put('ended');

    expect(taken).toEqual(['calling', 'answered', 'ended']);
});
