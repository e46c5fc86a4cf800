import fc from 'fast-check';
import { drawWave } from '../waveShape';

const heights = (path: string): number[] => Array.from(path.matchAll(/v([\d.]+)/g), ([, height]) => Number(height));

describe('the shape of a recording', () => {
    it('is one bar for each peak, around the middle, and silence is seen, too', () => {
        expect(drawWave([0, 50, 100])).toEqual({
            path: 'M0 47h0.65v6h-0.65zM1 25h0.65v50h-0.65zM2 0h0.65v100h-0.65z',
            viewBox: '0 0 3 100'
        });
    });

    it('never has more than 80 bars, and each is as high as the loudest that it stands for', () => {
        const peaks = Array.from({ length: 800 }, (_, index) => (index % 10 === 7 ? 90 : 10));

        expect(heights(drawWave(peaks).path)).toEqual(Array.from({ length: 80 }, () => 90));
    });

    it('shows the loudest peak, however many there are', () => {
        fc.assert(
            fc.property(fc.array(fc.integer({ min: 6, max: 100 }), { minLength: 1, maxLength: 500 }), (peaks) => {
                expect(Math.max(...heights(drawWave(peaks).path))).toBe(Math.max(...peaks));
            })
        );
    });
});
