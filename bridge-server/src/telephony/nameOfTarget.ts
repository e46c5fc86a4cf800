import type { TransferTarget } from '../contract/callActions.ts';

/** A target as it is told whom a call was handed to. */
export function nameOfTarget(to: TransferTarget): string {
    switch (to.kind) {
        case 'agent':
            return to.extension;
        case 'queue':
            return to.name;
        case 'number':
            return to.number;
    }
}
