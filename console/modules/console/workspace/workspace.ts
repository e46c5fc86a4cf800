import type { ObjectApiName } from 'console/recordObject';
import { objectOfRecord } from 'console/recordObject';

/** The tab that is always there: the list of Cases. */
export const HOME = 'home';

/** A record opened in the console. A subtab hangs under the tab of the record from which it was opened. */
export interface RecordTab {
    readonly recordId: string;
    readonly objectApiName: ObjectApiName;
    /** Null until the record is loaded. */
    readonly title: string | null;
    readonly parentId: string | null;
}

export interface Workspace {
    readonly tabs: readonly RecordTab[];
    /** The record in front, or `HOME`. */
    readonly activeId: string;
}

export const emptyWorkspace: Workspace = { tabs: [], activeId: HOME };

/** Opens a record, or leaves the tab that already shows it where it is. */
export function openTab(
    workspace: Workspace,
    { recordId, parentId = null, focus }: { recordId: string; parentId?: string | null; focus: boolean }
): Workspace {
    const tab = { recordId, objectApiName: objectOfRecord(recordId), title: null, parentId };
    const tabs = findTab(workspace, recordId) ? workspace.tabs : [...workspace.tabs, tab];
    return { tabs, activeId: focus ? recordId : workspace.activeId };
}

export const focusTab = (workspace: Workspace, activeId: string): Workspace => ({ ...workspace, activeId });

export function renameTab(workspace: Workspace, recordId: string, title: string): Workspace {
    return { ...workspace, tabs: workspace.tabs.map((tab) => (tab.recordId === recordId ? { ...tab, title } : tab)) };
}

/** Closes a tab with its subtabs; what comes in front is the parent, or else the tab to the left. */
export function closeTab(workspace: Workspace, recordId: string): Workspace {
    const closing = findTab(workspace, recordId);
    if (!closing) return workspace;
    const isClosed = (tab: RecordTab): boolean => tab.recordId === recordId || tab.parentId === recordId;
    const tabs = workspace.tabs.filter((tab) => !isClosed(tab));
    if (tabs.some((tab) => tab.recordId === workspace.activeId)) return { ...workspace, tabs };
    return { tabs, activeId: closing.parentId ?? leftNeighbour(workspace, recordId) };
}

function leftNeighbour(workspace: Workspace, recordId: string): string {
    const primary = primaryTabs(workspace);
    const position = primary.findIndex((tab) => tab.recordId === recordId);
    return primary[position - 1]?.recordId ?? HOME;
}

export const findTab = (workspace: Workspace, recordId: string): RecordTab | undefined =>
    workspace.tabs.find((tab) => tab.recordId === recordId);

export const primaryTabs = (workspace: Workspace): RecordTab[] => workspace.tabs.filter((tab) => tab.parentId === null);

export const subtabsOf = (workspace: Workspace, parentId: string): RecordTab[] =>
    workspace.tabs.filter((tab) => tab.parentId === parentId);

/** The tab of the bar above that the active record belongs to, or `HOME`. */
export const activePrimaryId = (workspace: Workspace): string =>
    findTab(workspace, workspace.activeId)?.parentId ?? workspace.activeId;
