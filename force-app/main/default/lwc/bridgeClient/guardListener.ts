import type { Schedule } from './schedule';

/**
 * What a listener throws is its own defect and none of the connection's: it surfaces as an uncaught error of the page,
 * and the connection goes on.
 */
export const guardListener =
    <Told>(listen: ((told: Told) => void) | undefined, schedule: Schedule): ((told: Told) => void) =>
    (told) => {
        try {
            listen?.(told);
        } catch (defect) {
            schedule(() => {
                throw defect;
            }, 0);
        }
    };
