import type {
    AgentCommand,
    CallerChoice,
    CallView,
    CaseCalls,
    Contacts,
    Dialled,
    DialRequest,
    Directory,
    History,
    Note,
    Presence,
    PresenceRequest,
    QueueLoginRequest,
    QueueLogins,
    RecordingTicket,
    Session,
    Snapshot
} from 'bridge/contract';
import { createSendRequest } from './bridgeHttp';
import { createBridgeSession } from './bridgeSession';
import type { BridgeStatus } from './bridgeStatus';
import { readBridgeStream } from './bridgeStream';
import { createGiveCommand } from './giveCommand';
import { guardListener } from './guardListener';
import { keepConnected } from './keepConnected';
import { createPause } from './pause';
import { type Schedule, scheduleOnce } from './schedule';

export { BridgeError, type BridgeErrorKind, HANDSHAKE_NOT_WRITTEN, isAnswerLost, unreachable } from './bridgeError';
export type { BridgeStatus } from './bridgeStatus';

export interface BridgeClientOptions {
    /** The bridge's origin, such as `https://bridge.example.com`. */
    readonly url: string;
    /** Writes the nonce into a handshake record and answers that record's id. Rejects as `lightning/uiRecordApi` does. */
    readonly writeHandshake: (nonce: string) => Promise<string>;
    readonly onStatus?: (status: BridgeStatus) => void;
    /** The first event of every connection: replaces what was known. */
    readonly onSnapshot?: (snapshot: Snapshot) => void;
    /** The newest view of one call. */
    readonly onCall?: (call: CallView) => void;
    /** What the agent's presence has become. */
    readonly onPresence?: (presence: Presence) => void;
    /** For tests. */
    readonly fetch?: typeof fetch;
    /** For tests. */
    readonly schedule?: Schedule;
}

/** Every method that talks to the bridge rejects with a `BridgeError`. */
export interface BridgeClient {
    /**
     * Signs in, listens to the stream and comes back by itself whenever it is lost. Resolves, without ever
     * rejecting, when the outcome of the first attempt has been told to `onStatus`.
     */
    readonly start: () => Promise<void>;
    readonly stop: () => void;
    /** Ends the wait for the next attempt to connect; without such a wait nothing happens. */
    readonly retryNow: () => void;
    readonly signIn: () => Promise<Session>;
    /** Happens once, though it may be sent twice. */
    readonly command: (callId: string, command: AgentCommand) => Promise<void>;
    /** Calls the agent's telephone first, then the number; once, as a command. */
    readonly dial: (request: DialRequest) => Promise<Dialled>;
    readonly saveNote: (call: Pick<CallView, 'callId' | 'legId'>, note: Note) => Promise<void>;
    /** Says who of those on record is calling; null: nobody who is known. */
    readonly chooseCaller: (callId: string, candidateId: string | null) => Promise<void>;
    /** @param day `YYYY-MM-DD` in the agent's time zone; today when left out */
    readonly history: (day?: string) => Promise<History>;
    /** @param search a name, a telephone number, a CPF or CNPJ; empty: whom the agent spoke with last */
    readonly contacts: (search: string) => Promise<Contacts>;
    readonly directory: () => Promise<Directory>;
    readonly setPresence: (wanted: PresenceRequest) => Promise<Presence>;
    readonly finishWrapUp: () => Promise<void>;
    readonly queueLogins: () => Promise<QueueLogins>;
    readonly setQueueLogin: (queue: string, isIn: boolean) => Promise<void>;
    readonly caseCalls: (caseId: string) => Promise<CaseCalls>;
    readonly recordingTicket: (protocol: string) => Promise<RecordingTicket>;
    /** Sends JSON with the agent's session and reads the JSON answer. @param path begins with a slash */
    readonly request: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

/** The one way to the bridge: signs the agent in by a record that Salesforce stamps with its author. */
export function createBridgeClient(options: BridgeClientOptions): BridgeClient {
    const { writeHandshake, schedule = scheduleOnce } = options;
    const onStatus = guardListener(options.onStatus, schedule);
    const onSnapshot = guardListener(options.onSnapshot, schedule);
    const onCall = guardListener(options.onCall, schedule);
    const onPresence = guardListener(options.onPresence, schedule);
    const baseUrl = options.url.replace(/\/+$/, '');
    const fetchBridge: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
    const session = createBridgeSession({
        sendRequest: createSendRequest(baseUrl, fetchBridge, schedule),
        writeHandshake,
        schedule
    });
    const giveCommand = createGiveCommand(session.send, schedule);
    const pause = createPause(schedule);
    let running: AbortController | null = null;
    let lastEventId = '';

    function listen(signal: AbortSignal, reportStatus: (status: BridgeStatus) => void): Promise<void> {
        const connect = async (onConnected: () => void): Promise<never> =>
            readBridgeStream({
                url: `${baseUrl}/agent/events`,
                token: await session.token(),
                lastEventId,
                fetchBridge,
                schedule,
                signal,
                onSnapshot(snapshot) {
                    onConnected();
                    if (!signal.aborted) onSnapshot(snapshot);
                },
                onCall(call) {
                    if (!signal.aborted) onCall(call);
                },
                onPresence(presence) {
                    if (!signal.aborted) onPresence(presence);
                },
                onId(id) {
                    lastEventId = id;
                }
            });
        return keepConnected({ connect, renewSession: session.signIn, onStatus: reportStatus, pause, signal });
    }

    function stop(): void {
        running?.abort(new Error('stopped'));
        running = null;
        session.close();
    }

    return {
        start: () =>
            new Promise((resolve) => {
                stop();
                running = new AbortController();
                void listen(running.signal, (status) => {
                    onStatus(status);
                    if (status.kind !== 'connecting') resolve();
                }).then(resolve);
            }),
        stop,
        retryNow: pause.end,
        signIn: session.signIn,
        command: (callId, { action, ...details }) => giveCommand(`${callPath(callId)}/${action}`, details),
        dial: (request) => giveCommand('/agent/calls', request),
        saveNote: ({ callId, legId }, note) => session.send('PUT', `${callPath(callId)}/note`, { legId, ...note }),
        chooseCaller: (callId, candidateId) =>
            session.send('PUT', `${callPath(callId)}/contact`, { candidateId } satisfies CallerChoice),
        history: (day) => session.send('GET', `/agent/history${day ? `?day=${encodeURIComponent(day)}` : ''}`),
        contacts: (search) => session.send('GET', `/agent/contacts?search=${encodeURIComponent(search)}`),
        directory: () => session.send('GET', '/agent/directory'),
        setPresence: (wanted) => session.send('PUT', '/agent/presence', wanted),
        finishWrapUp: () => session.send('DELETE', '/agent/wrap-up'),
        queueLogins: () => session.send('GET', '/agent/queues'),
        setQueueLogin: (queue, isIn) =>
            session.send('PUT', `/agent/queues/${encodeURIComponent(queue)}`, { isIn } satisfies QueueLoginRequest),
        caseCalls: (caseId) => session.send('GET', `/agent/cases/${encodeURIComponent(caseId)}/calls`),
        recordingTicket: (protocol) => session.send('POST', `/recordings/${encodeURIComponent(protocol)}/ticket`),
        request: session.send
    };
}

const callPath = (callId: string): string => `/agent/calls/${encodeURIComponent(callId)}`;
