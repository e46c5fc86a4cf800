import type { SoftphoneEvent } from 'c/softphoneState';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/**
 * The bridge writes on the Case whom the agent chose, and tells of the call again. A page of Salesforce that shows the
 * Case does not notice by itself what others write.
 */
export function refreshCorrectedCase(event: SoftphoneEvent): void {
    if (event.type !== 'callChanged') return;
    const { caller, case: opened } = event.call;
    if (caller?.reason !== 'chosenByAgent' || !opened) return;
    // a page that stays as it was is shown anew when the agent comes back to it
    notifyRecordUpdateAvailable([{ recordId: opened.id }]).catch(() => undefined);
}
