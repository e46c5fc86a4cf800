const STEP_SECONDS = 5;
const PAGE_SECONDS = 30;

/** How far each key of a slider goes, in seconds; to the beginning and the end, however far that is. */
const STEPS: Readonly<Record<string, number>> = {
    ArrowRight: STEP_SECONDS,
    ArrowUp: STEP_SECONDS,
    ArrowLeft: -STEP_SECONDS,
    ArrowDown: -STEP_SECONDS,
    PageUp: PAGE_SECONDS,
    PageDown: -PAGE_SECONDS,
    Home: -Infinity,
    End: Infinity
};

/** Where a key leads to, in seconds; null for a key that leads nowhere (WAI-ARIA, "Slider Pattern"). */
export function placeAfterKey(key: string, positionSeconds: number, durationSeconds: number): number | null {
    const step = STEPS[key];
    return step === undefined ? null : Math.min(Math.max(positionSeconds + step, 0), durationSeconds);
}
