import { createStates } from '../sipp/states.ts';

const call = () => createStates<'calling' | 'talking' | 'ended'>('the call', 'calling', 'ended');

test('waiting resolves at once when it is so already', async () => {
    await expect(call().until('calling')).resolves.toBeUndefined();
});

test('waiting resolves once it becomes so', async () => {
    const states = call();
    const talking = states.until('talking');

    states.move('talking');

    await expect(talking).resolves.toBeUndefined();
});

test('waiting fails at once when the last state comes instead, and says what came before', async () => {
    const states = call();
    const talking = states.until('talking');

    states.move('ended');

    await expect(talking).rejects.toThrow('the call was to be talking, but ended instead: calling → ended.');
});

test('waiting fails after its limit', async () => {
    await expect(call().until('talking', 1)).rejects.toThrow('was not within 1 ms: calling.');
});
