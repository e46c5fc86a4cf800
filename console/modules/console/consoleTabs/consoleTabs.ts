import { LightningElement, api } from 'lwc';
import type { ObjectApiName } from 'console/recordObject';
import type { RecordTab, Workspace } from 'console/workspace';
import { HOME, activePrimaryId, emptyWorkspace, findTab, primaryTabs, subtabsOf } from 'console/workspace';

const TAB_CLASS = 'slds-context-bar__item slds-context-bar__item_tab';
const SUBTAB_CLASS = 'subtab';

const ICONS: Record<ObjectApiName, string> = {
    Account: 'standard:account',
    Case: 'standard:case',
    Contact: 'standard:contact',
    Task: 'standard:task'
};

/** App name, workspace tabs and, below, the subtabs of the tab in front. @fires focustab, closetab `{ tabId }`. */
export default class ConsoleTabs extends LightningElement {
    @api workspace: Workspace = emptyWorkspace;

    homeId = HOME;

    get homeClass(): string {
        return `${TAB_CLASS} slds-is-pinned${this.isHomeActive ? ' slds-is-active' : ''}`;
    }

    get homeCurrent(): string {
        return this.isHomeActive ? 'page' : 'false';
    }

    get isHomeActive(): boolean {
        return this.workspace.activeId === HOME;
    }

    get tabs() {
        const primaryId = activePrimaryId(this.workspace);
        return primaryTabs(this.workspace).map((tab) => {
            const hasSubtabs = subtabsOf(this.workspace, tab.recordId).length > 0;
            const active = tab.recordId === primaryId;
            const classes = [TAB_CLASS, active ? 'slds-is-active' : '', hasSubtabs ? 'slds-has-sub-tabs' : ''];
            return describeTab(tab, active, classes.filter(Boolean).join(' '));
        });
    }

    get hasSubtabs(): boolean {
        return this.subtabs.length > 1;
    }

    /** The record of the tab itself comes first, as in the console. */
    get subtabs() {
        const primaryId = activePrimaryId(this.workspace);
        const primary = findTab(this.workspace, primaryId);
        return [...(primary ? [primary] : []), ...subtabsOf(this.workspace, primaryId)].map((tab) => {
            const active = tab.recordId === this.workspace.activeId;
            return {
                ...describeTab(tab, active, active ? `${SUBTAB_CLASS} ${SUBTAB_CLASS}_active` : SUBTAB_CLASS),
                closable: tab.parentId !== null
            };
        });
    }

    handleFocus(event: Event): void {
        this.announce('focustab', event);
    }

    handleClose(event: Event): void {
        this.announce('closetab', event);
    }

    announce(name: 'focustab' | 'closetab', { currentTarget }: Event): void {
        const tabId = (currentTarget as HTMLElement).dataset.tab;
        this.dispatchEvent(new CustomEvent(name, { detail: { tabId } }));
    }
}

function describeTab(tab: RecordTab, active: boolean, cssClass: string) {
    const title = tab.title ?? 'Carregando...';
    return {
        recordId: tab.recordId,
        title,
        cssClass,
        iconName: ICONS[tab.objectApiName],
        closeLabel: `Fechar ${title}`,
        current: active ? 'page' : 'false'
    };
}
