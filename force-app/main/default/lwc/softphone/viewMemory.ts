import type { SoftphoneState, SoftphoneTab } from 'c/softphoneState';

/** What of the view a reload or a pop-out does not change; everything else comes from the bridge. */
type View = Pick<SoftphoneState, 'activeTab' | 'selectedLegId'>;

const STORAGE_KEY = 'softphone.view';
const TABS: readonly unknown[] = ['ringing', 'current', 'history', 'dial'] satisfies SoftphoneTab[];

/** Empty where nothing is remembered, or the browser refuses the storage. */
export function recallView(): Partial<View> {
    try {
        const stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<View>;
        const selectedLegId = typeof stored.selectedLegId === 'string' ? stored.selectedLegId : null;
        return TABS.includes(stored.activeTab) ? { activeTab: stored.activeTab, selectedLegId } : {};
    } catch {
        return {};
    }
}

/** Stores the view where it changed. */
export function rememberView(before: View, { activeTab, selectedLegId }: View): void {
    if (before.activeTab === activeTab && before.selectedLegId === selectedLegId) return;
    try {
        sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ activeTab, selectedLegId }));
    } catch {
        // full or forbidden: the softphone begins on its usual tab after a reload
    }
}
