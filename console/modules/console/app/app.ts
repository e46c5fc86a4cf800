import { LightningElement } from 'lwc';
import { onShellEvent } from 'console/shellEvents';
import type { Workspace } from 'console/workspace';
import {
    HOME,
    activePrimaryId,
    closeTab,
    emptyWorkspace,
    findTab,
    focusTab,
    openTab,
    renameTab
} from 'console/workspace';

const PAGE_CLASS = 'page';
const HIDDEN_PAGE_CLASS = 'page slds-hide';

/** The console: owns the workspace. Every open tab stays rendered, so that what is being edited survives a change of tab. */
export default class App extends LightningElement {
    session = window.consoleSession;
    workspace: Workspace = emptyWorkspace;
    searchTerm = '';

    #stopListening: (() => void)[] = [];

    override connectedCallback(): void {
        this.#stopListening = [
            onShellEvent('console:opentab', ({ recordId, focus }) => this.open(recordId, focus)),
            onShellEvent('console:navigate', (target) => {
                if ('recordId' in target) this.open(target.recordId, true);
                else window.open(target.url, '_blank', 'noopener');
            })
        ];
    }

    override disconnectedCallback(): void {
        for (const stop of this.#stopListening) stop();
    }

    open(recordId: string, focus: boolean): void {
        this.workspace = openTab(this.workspace, { recordId, focus });
    }

    get isHomeActive(): boolean {
        return this.workspace.activeId === HOME;
    }

    get homeClass(): string {
        return this.isHomeActive ? PAGE_CLASS : HIDDEN_PAGE_CLASS;
    }

    get pages() {
        return this.workspace.tabs.map(({ recordId, objectApiName }) => {
            const isActive = recordId === this.workspace.activeId;
            return {
                recordId,
                isActive,
                cssClass: isActive ? PAGE_CLASS : HIDDEN_PAGE_CLASS,
                isCase: objectApiName === 'Case',
                isTask: objectApiName === 'Task'
            };
        });
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.searchTerm = event.detail.term;
        if (this.searchTerm) this.workspace = focusTab(this.workspace, HOME);
    }

    handleFocusTab(event: CustomEvent<{ tabId: string }>): void {
        this.workspace = focusTab(this.workspace, event.detail.tabId);
    }

    handleCloseTab(event: CustomEvent<{ tabId: string }>): void {
        this.workspace = closeTab(this.workspace, event.detail.tabId);
    }

    /** A link on a record's page opens a subtab of that record; a link on the list opens a tab. */
    handleOpenRecord(event: CustomEvent<{ recordId: string }>): void {
        const { recordId } = event.detail;
        const primaryId = activePrimaryId(this.workspace);
        const parentId = primaryId === HOME || findTab(this.workspace, recordId) ? null : primaryId;
        this.workspace = openTab(this.workspace, { recordId, parentId, focus: true });
    }

    handleTitle(event: CustomEvent<{ recordId: string; title: string }>): void {
        const { recordId, title } = event.detail;
        if (findTab(this.workspace, recordId)?.title === title) return;
        this.workspace = renameTab(this.workspace, recordId, title);
    }
}
