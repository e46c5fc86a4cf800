import { type UtilityAttributes, open, updateUtility } from 'lightning/platformUtilityBarApi';

/** The softphone's button in the utility bar; outside a utility bar there is none and nothing happens. */
export interface UtilityButton {
    /** The id becomes known some time after the component was created. */
    attach(utilityId: string | null): void;
    show(look: UtilityAttributes): void;
    /** Opens the softphone, without taking the focus from where the agent is typing unless that is wanted. */
    open(options?: { readonly autoFocus: boolean }): void;
}

export function createUtilityButton(): UtilityButton {
    let utilityId: string | null = null;
    let wanted: UtilityAttributes = {};
    let shown = '';

    /** A bar that refuses an update must not stop the softphone: the call is on screen either way. */
    const ignoreRefusal = (): undefined => undefined;

    function update(): void {
        const look = JSON.stringify(wanted);
        if (!utilityId || look === shown) return;
        shown = look;
        updateUtility(utilityId, wanted).catch(ignoreRefusal);
    }

    return {
        attach(id) {
            utilityId = id;
            update();
        },
        show(look) {
            wanted = look;
            update();
        },
        open({ autoFocus } = { autoFocus: false }) {
            if (utilityId) open(utilityId, { autoFocus }).catch(ignoreRefusal);
        }
    };
}
