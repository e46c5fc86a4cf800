import { createTurns } from '../../../../src/telephony/asterisk/commands/turns.ts';

test('what is asked of one leg is done one after the other, of several at once', async () => {
    const inTurn = createTurns();
    const story: string[] = [];
    const gate = Promise.withResolvers<undefined>();
    const first = inTurn('a', async () => {
        story.push('a1 begins');
        await gate.promise;
        story.push('a1 ends');
    });
    const second = inTurn('a', async () => void story.push('a2'));
    await inTurn('b', async () => void story.push('b'));
    gate.resolve(undefined);
    await Promise.all([first, second]);
    expect(story).toEqual(['a1 begins', 'b', 'a1 ends', 'a2']);
});

test('who fails keeps nobody from their turn', async () => {
    const inTurn = createTurns();
    const failed = inTurn('a', () => Promise.reject(new Error('refused')));
    const next = inTurn('a', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('refused');
    await expect(next).resolves.toBe('done');
});
