import type { BridgeLink } from './bridgeLink';
import { isCallHeard } from './callHeard';
import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';
import { subscribeToCommands, tellPages } from 'c/softphoneChannel';

/** What the softphone does for record pages: it places calls and tells of the calls of a Case. */
export interface PageService {
    /** @param messageContext null when the softphone leaves the page */
    attach(messageContext: object | null): void;
    /** Tells the pages what they may want to know of a change. */
    tell(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent): void;
}

export function createPageService(bridge: BridgeLink, state: () => SoftphoneState): PageService {
    let context: object | null = null;
    let stop = (): void => undefined;

    return {
        attach(messageContext) {
            stop();
            stop = () => undefined;
            context = messageContext;
            if (!context) return;
            stop = subscribeToCommands(context, {
                canDial: () => canDial(state()),
                dial: (number, recordId) => bridge.dial({ number, recordId }),
                loadCaseCalls: bridge.caseCalls,
                openRecording: bridge.recordingTicket
            });
            tellPages(context, { kind: 'ready', canDial: canDial(state()) });
        },
        tell(before, after, event) {
            if (!context) return;
            if (canDial(before) !== canDial(after)) tellPages(context, { kind: 'ready', canDial: canDial(after) });
            if (isCallHeard(before, after)) tellPages(context, { kind: 'callHeard' });
            const caseId = event.type === 'callChanged' ? event.call.case?.id : undefined;
            if (caseId) tellPages(context, { kind: 'caseChanged', caseId });
        }
    };
}

/** Null while nobody knows. */
function canDial({ connection, settings }: SoftphoneState): boolean | null {
    return connection.kind === 'connected' && settings ? settings.canDial : null;
}
