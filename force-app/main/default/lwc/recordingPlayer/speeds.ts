import locale from '@salesforce/i18n/locale';
import type { SpeedOption } from 'c/trackTools';

const SPEEDS: readonly number[] = [1, 1.25, 1.5, 2];
const USUAL_SPEED = 1;
const KEY = 'softphone.listeningSpeed';

/** As the user's locale writes numbers: `1,25×`. */
export function speedOptions(): SpeedOption[] {
    const numbers = new Intl.NumberFormat(locale);
    return SPEEDS.map((speed) => ({ value: String(speed), label: `${numbers.format(speed)}×` }));
}

/** How fast the agent listened last. @param otherwise where the browser does not remember */
export function recallSpeed(otherwise = USUAL_SPEED): number {
    try {
        const stored = Number(localStorage.getItem(KEY));
        return SPEEDS.find((speed) => speed === stored) ?? otherwise;
    } catch {
        return otherwise;
    }
}

export function rememberSpeed(speed: number): void {
    try {
        localStorage.setItem(KEY, String(speed));
    } catch {
        // it holds until the page is left
    }
}
