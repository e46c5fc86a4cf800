import type {
    AgentCommand,
    CallView,
    CaseCalls,
    DialRequest,
    Note,
    PresenceRequest,
    RecordingTicket
} from 'bridge/contract';
import { type BridgeClient, type BridgeError, createBridgeClient, unreachable } from 'c/bridgeClient';
import type { SoftphoneEvent } from 'c/softphoneState';
import { createRecord } from 'lightning/uiRecordApi';
import { createDigitTurns } from './digitTurns';
import { createDirectoryLoader } from './directoryLoader';
import { createNoteSaver } from './noteSaver';
import { createRecordingOpener } from './recordingOpener';

/**
 * Turns what the bridge tells into events of the softphone, and what the agent wants into requests. Without a bridge
 * nothing happens.
 */
export interface BridgeLink {
    /** Begins anew with the bridge at this address. */
    connect(url: string): void;
    disconnect(): void;
    /** Does not wait for the next attempt to connect. */
    retryNow(): void;
    command(call: CallView, command: AgentCommand): Promise<void>;
    /** @param candidateId somebody on record; null: nobody who is known */
    chooseCaller(call: CallView, candidateId: string | null): Promise<void>;
    writeNote(call: Pick<CallView, 'callId' | 'legId'>, note: Note): void;
    /** Rejects with a BridgeError, which the softphone shows, too. */
    dial(request: DialRequest): Promise<void>;
    setPresence(wanted: PresenceRequest): Promise<void>;
    finishWrapUp(): Promise<void>;
    loadQueueLogins(): Promise<void>;
    setQueueLogin(name: string, isIn: boolean): Promise<void>;
    /** @param search empty: whom the agent spoke with last */
    searchContacts(search: string): Promise<void>;
    wantDirectory(): void;
    loadHistory(): Promise<void>;
    openRecording(call: CallView): Promise<void>;
    /** Rejects with a BridgeError, as `recordingTicket` does. */
    readonly caseCalls: (caseId: string) => Promise<CaseCalls>;
    readonly recordingTicket: (protocol: string) => Promise<RecordingTicket>;
}

export function createBridgeLink(apply: (event: SoftphoneEvent) => void): BridgeLink {
    let client: BridgeClient | null = null;

    /** The request, if there is a bridge; a failure becomes an event. Answers whether it succeeded. */
    async function attempt(
        request: (bridge: BridgeClient) => Promise<void>,
        failed: (error: BridgeError) => SoftphoneEvent
    ): Promise<boolean> {
        if (!client) return false;
        try {
            await request(client);
            return true;
        } catch (error) {
            apply(failed(error as BridgeError));
            return false;
        }
    }

    /** @throws BridgeError when there is none */
    function bridge(): BridgeClient {
        if (!client) throw unreachable('there is no bridge');
        return client;
    }

    const recordingTicket = async (protocol: string): Promise<RecordingTicket> => bridge().recordingTicket(protocol);

    const takeDigitTurn = createDigitTurns();
    const notes = createNoteSaver(async (call, note) => bridge().saveNote(call, note), apply);
    const directory = createDirectoryLoader(() =>
        attempt(
            async (known) => {
                apply({ type: 'directoryRequested' });
                apply({ type: 'directoryLoaded', directory: await known.directory() });
            },
            () => ({ type: 'directoryFailed' })
        )
    );

    async function loadHistory(): Promise<void> {
        await attempt(
            async (known) => {
                apply({ type: 'historyRequested' });
                apply({ type: 'historyLoaded', history: await known.history() });
            },
            () => ({ type: 'historyFailed' })
        );
    }

    return {
        connect(url) {
            client?.stop();
            client = createBridgeClient({
                url,
                writeHandshake,
                onStatus: (status) => apply({ type: 'bridgeStatusChanged', status }),
                onSnapshot: (snapshot) => {
                    apply({ type: 'snapshotReceived', snapshot, receivedAtMs: Date.now() });
                    notes.retryNow();
                    void loadHistory();
                },
                onCall: (call) => apply({ type: 'callChanged', call }),
                onPresence: (presence) => apply({ type: 'presenceChanged', presence })
            });
            void client.start();
        },
        disconnect() {
            // what is written down in the last moment still gets through
            client?.stop();
            directory.stop();
        },
        retryNow: () => client?.retryNow(),
        async command({ callId, legId }, command) {
            const { action } = command;
            const send = (): Promise<boolean> =>
                attempt(
                    (known) => {
                        apply({ type: 'commandSent', legId, action, sentAtMs: Date.now() });
                        return known.command(callId, command);
                    },
                    (error) => ({ type: 'commandFailed', legId, action, error })
                );
            await (action === 'dtmf' ? takeDigitTurn(legId, send) : send());
        },
        async chooseCaller({ callId, legId }, candidateId) {
            await attempt(
                (known) => {
                    apply({ type: 'callerChosen', legId, candidateId, sentAtMs: Date.now() });
                    return known.chooseCaller(callId, candidateId);
                },
                (error) => ({ type: 'callerChoiceFailed', legId, candidateId, error })
            );
        },
        writeNote: notes.write,
        async dial(request) {
            apply({ type: 'dialSent' });
            try {
                await bridge().dial(request);
                apply({ type: 'dialled', number: request.number });
            } catch (error) {
                apply({ type: 'dialFailed', number: request.number, error: error as BridgeError });
                throw error;
            }
        },
        async setPresence(wanted) {
            await attempt(
                async (known) => {
                    apply({ type: 'presenceWanted', wanted });
                    apply({ type: 'presenceConfirmed', wanted, presence: await known.setPresence(wanted) });
                },
                (error) => ({ type: 'presenceRefused', wanted, error })
            );
        },
        async finishWrapUp() {
            await attempt(
                async (known) => {
                    await known.finishWrapUp();
                    apply({ type: 'wrapUpFinished' });
                },
                (error) => ({ type: 'wrapUpFinishFailed', error })
            );
        },
        async loadQueueLogins() {
            await attempt(
                async (known) => {
                    apply({ type: 'queueLoginsRequested' });
                    apply({ type: 'queueLoginsLoaded', queues: (await known.queueLogins()).queues });
                },
                () => ({ type: 'queueLoginsFailed' })
            );
        },
        async setQueueLogin(name, isIn) {
            await attempt(
                async (known) => {
                    apply({ type: 'queueLoginWanted', name, isIn });
                    await known.setQueueLogin(name, isIn);
                    apply({ type: 'queueLoginConfirmed', name, isIn });
                },
                (error) => ({ type: 'queueLoginRefused', name, isIn, error })
            );
        },
        async searchContacts(search) {
            await attempt(
                async (known) => {
                    apply({ type: 'contactsRequested', search });
                    const { contacts } = await known.contacts(search);
                    apply({ type: 'contactsFound', search, contacts });
                },
                () => ({ type: 'contactsFailed', search })
            );
        },
        wantDirectory: directory.want,
        loadHistory,
        caseCalls: async (caseId) => bridge().caseCalls(caseId),
        recordingTicket,
        openRecording: createRecordingOpener(recordingTicket, apply)
    };
}

/** Salesforce stamps the record with the user who creates it: that is the agent's proof of who they are. */
async function writeHandshake(nonce: string): Promise<string> {
    const { id } = await createRecord({ apiName: 'SoftphoneHandshake__c', fields: { Nonce__c: nonce } });
    return id;
}
