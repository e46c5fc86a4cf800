import fc from 'fast-check';
import { CHUNK_ROWS, FIRST_CHUNKS, chunksInSight } from '../chunks';

describe('the chunks in sight', () => {
    it('are the first ones while nothing is laid out', () => {
        expect(chunksInSight({ top: 0, height: 0 }, 2_000, 900)).toEqual(FIRST_CHUNKS);
    });

    it('are those of the window and the next rows on either side', () => {
        expect(chunksInSight({ top: 100, height: 2_000 * 80 }, 2_000, 900)).toEqual({ start: 0, end: 3 });
        expect(chunksInSight({ top: -80_000, height: 2_000 * 80 }, 2_000, 900)).toEqual({ start: 199, end: 203 });
    });

    it('hold every row that is in sight, and few more, wherever the list is', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 5_000 }),
                fc.integer({ min: 40, max: 200 }),
                fc.integer({ min: -1_000_000, max: 2_000 }),
                fc.integer({ min: 100, max: 2_000 }),
                (rowCount, rowHeight, top, windowHeight) => {
                    const { start, end } = chunksInSight({ top, height: rowCount * rowHeight }, rowCount, windowHeight);
                    const inSight = Array.from({ length: rowCount }, (_, index) => index).filter(
                        (index) => top + (index + 1) * rowHeight > 0 && top + index * rowHeight < windowHeight
                    );

                    expect(inSight.every((index) => index >= start * CHUNK_ROWS && index < end * CHUNK_ROWS)).toBe(
                        true
                    );
                    expect((end - start) * CHUNK_ROWS).toBeLessThanOrEqual(
                        windowHeight / rowHeight + 2 + 2 * (3 + CHUNK_ROWS)
                    );
                }
            ),
            { numRuns: 50 }
        );
    });
});
