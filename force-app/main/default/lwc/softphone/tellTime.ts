/** A component that shows what time has passed; `showTime` where there is a cheaper way than to render it anew. */
type TimeTeller = HTMLElement & { nowMs: number; showTime?(nowMs: number): void };

/**
 * Tells the time to what is on screen, past the template that contains it: rendering that each second would lay out all
 * the tabs.
 *
 * @param nowMs by the bridge's clock
 */
export function tellTime(root: ParentNode, activeTab: string, nowMs: number): void {
    for (const element of root.querySelectorAll<TimeTeller>('[data-clock]')) {
        const { clock } = element.dataset;
        if (clock !== 'always' && clock !== activeTab) continue;
        if (element.showTime) element.showTime(nowMs);
        else element.nowMs = nowMs;
    }
}
