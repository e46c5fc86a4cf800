/** More than these nobody tells apart at the width of the utility bar. */
const MAX_BARS = 80;
/** Of the width that a bar has for itself and the gap behind it. */
const BAR_WIDTH = 0.65;
/** Silence is drawn, too: somebody may want to go there. */
const LEAST_HEIGHT = 6;
const FULL_HEIGHT = 100;

/** An SVG path and the size of the picture in which it is drawn. */
export interface WaveShape {
    readonly path: string;
    readonly viewBox: string;
}

/** Bars around a middle line, each as high as the loudest that it stands for. @param peaks from 0 to 100 */
export function drawWave(peaks: readonly number[]): WaveShape {
    const barCount = Math.min(peaks.length, MAX_BARS);
    const bars = Array.from({ length: barCount }, (_, bar) => {
        const heard = peaks.slice(firstOf(bar, barCount, peaks.length), firstOf(bar + 1, barCount, peaks.length));
        return drawBar(bar, Math.max(LEAST_HEIGHT, ...heard));
    });
    return { path: bars.join(''), viewBox: `0 0 ${barCount} ${FULL_HEIGHT}` };
}

const firstOf = (bar: number, barCount: number, peakCount: number): number => Math.floor((bar * peakCount) / barCount);

const drawBar = (bar: number, height: number): string =>
    `M${bar} ${(FULL_HEIGHT - height) / 2}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
