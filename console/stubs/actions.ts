/** Closes the modal of the screen action that dispatches it. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor() {
        super('closeactionscreen', { bubbles: true });
    }
}
