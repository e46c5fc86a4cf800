import { emitShellEvent } from 'console/shellEvents';

/** The page is always a console. */
export class IsConsoleNavigation {
    readonly #emit: (isConsole: boolean) => void;

    constructor(emit: (isConsole: boolean) => void) {
        this.#emit = emit;
    }

    connect(): void {
        this.#emit(true);
    }

    update(): void {}

    disconnect(): void {}
}

/** @returns the tab's id, which in this page is the id of its record. */
export async function openTab(tab: { recordId: string; focus?: boolean }): Promise<string> {
    emitShellEvent('console:opentab', { recordId: tab.recordId, focus: tab.focus ?? false });
    return tab.recordId;
}
