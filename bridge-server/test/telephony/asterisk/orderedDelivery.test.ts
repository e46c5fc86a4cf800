import { once } from 'node:events';
import pino from 'pino';
import { OrderedDelivery, type Piece } from '../../../src/telephony/asterisk/orderedDelivery.ts';

const CAPACITY = 4;

function startDelivery(takeApart: (item: string) => readonly Piece[]) {
    const told: string[] = [];
    const delivery = new OrderedDelivery<string>({
        takeApart,
        standsAlone: (item) => item === 'snapshot',
        capacity: CAPACITY,
        onFull: () => told.push('full'),
        onRoom: () => told.push('room'),
        backoff: { firstMs: 1, maxMs: 1 },
        log: pino({ level: 'silent' })
    });
    return { delivery, told };
}

test('there is room again also when what waited means nothing', async () => {
    const storeAgain = new AbortController();
    const stored = once(storeAgain.signal, 'abort').then(() => undefined);
    const { delivery, told } = startDelivery((item) =>
        item === 'snapshot' ? [{ lane: item, deliver: () => stored }] : []
    );
    for (const item of ['snapshot', 'nothing', 'nothing', 'nothing']) delivery.push(item);
    expect([delivery.isFull, told]).toEqual([true, ['full']]);
    storeAgain.abort();
    await delivery.room();
    expect([delivery.isFull, told]).toEqual([false, ['full', 'room']]);
});

test('what stands alone waits for everything before it, and everything behind it waits', async () => {
    const handedOver: string[] = [];
    const { delivery } = startDelivery((item) => [
        {
            lane: item,
            async deliver() {
                await new Promise(setImmediate);
                handedOver.push(item);
            }
        }
    ]);
    for (const item of ['a', 'b', 'snapshot', 'c']) delivery.push(item);
    expect(await delivery.finish(1000)).toBe(0);
    expect(handedOver).toEqual(['a', 'b', 'snapshot', 'c']);
});
