import type { Workspace } from 'console/workspace';
import {
    HOME,
    activePrimaryId,
    closeTab,
    emptyWorkspace,
    findTab,
    focusTab,
    openTab,
    primaryTabs,
    renameTab,
    subtabsOf
} from 'console/workspace';

const CASE = '500000000000001AAA';
const OTHER_CASE = '500000000000002AAA';
const TASK = '00T000000000001AAA';
const CONTACT = '003000000000001AAA';

const open = (workspace: Workspace, recordId: string, parentId: string | null = null): Workspace =>
    openTab(workspace, { recordId, parentId, focus: true });

const idsOf = (tabs: readonly { recordId: string }[]): string[] => tabs.map(({ recordId }) => recordId);

describe('workspace', () => {
    it('opens a record in front, or behind what is in front', () => {
        const focused = openTab(emptyWorkspace, { recordId: CASE, focus: true });
        const behind = openTab(focused, { recordId: OTHER_CASE, focus: false });

        expect(focused.activeId).toBe(CASE);
        expect(behind.activeId).toBe(CASE);
        expect(idsOf(behind.tabs)).toEqual([CASE, OTHER_CASE]);
    });

    it('opens a record once, and leaves its tab where it is', () => {
        const workspace = open(open(open(emptyWorkspace, CASE), TASK, CASE), OTHER_CASE);
        const again = open(workspace, TASK);

        expect(again.tabs).toEqual(workspace.tabs);
        expect(findTab(again, TASK)?.parentId).toBe(CASE);
        expect(again.activeId).toBe(TASK);
    });

    it('hangs a subtab under the tab from which it was opened', () => {
        const workspace = open(open(open(emptyWorkspace, CASE), TASK, CASE), OTHER_CASE);

        expect(idsOf(primaryTabs(workspace))).toEqual([CASE, OTHER_CASE]);
        expect(idsOf(subtabsOf(workspace, CASE))).toEqual([TASK]);
        expect(activePrimaryId(focusTab(workspace, TASK))).toBe(CASE);
        expect(activePrimaryId(focusTab(workspace, HOME))).toBe(HOME);
    });

    it('names a tab when its record is loaded', () => {
        const workspace = renameTab(open(open(emptyWorkspace, CASE), OTHER_CASE), CASE, '00001001');

        expect(workspace.tabs.map(({ title }) => title)).toEqual(['00001001', null]);
    });

    it('knows the object of a record by its id', () => {
        const workspace = open(open(emptyWorkspace, CONTACT), TASK);

        expect(workspace.tabs.map(({ objectApiName }) => objectApiName)).toEqual(['Contact', 'Task']);
        expect(() => open(workspace, '00Q000000000001AAA')).toThrow('no object that this page knows');
    });

    describe('closing', () => {
        const workspace = open(open(open(open(emptyWorkspace, CASE), TASK, CASE), CONTACT, CASE), OTHER_CASE);

        it('takes the subtabs along', () => {
            expect(idsOf(closeTab(workspace, CASE).tabs)).toEqual([OTHER_CASE]);
        });

        it('leaves in front what was in front', () => {
            expect(closeTab(workspace, CASE).activeId).toBe(OTHER_CASE);
        });

        it('brings the parent of a subtab in front', () => {
            expect(closeTab(focusTab(workspace, TASK), TASK).activeId).toBe(CASE);
        });

        it('brings the tab to the left in front, and the list at last', () => {
            const remaining = closeTab(workspace, OTHER_CASE);

            expect(remaining.activeId).toBe(CASE);
            expect(closeTab(focusTab(remaining, TASK), CASE)).toEqual(emptyWorkspace);
        });

        it('does nothing for a tab that is not open', () => {
            expect(closeTab(workspace, '500000000000009AAA')).toBe(workspace);
        });
    });
});
