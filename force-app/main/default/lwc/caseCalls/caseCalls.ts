import timeZone from '@salesforce/i18n/timeZone';
import type { CaseCall } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import type { RecordingState } from 'c/recordingPlayer';
import { pauseRecordings } from 'c/recordingTurn';
import { type SoftphoneLine, type SoftphoneNews, openSoftphoneLine } from 'c/softphoneChannel';
import { MessageContext } from 'lightning/messageService';
import { LightningElement, api, wire } from 'lwc';
import { labels } from './labels';

/** `absent`: no softphone answered. */
type Status = 'loading' | 'ready' | 'failed' | 'absent';

/** The problems that trying again does not solve. */
const FORBIDDEN: readonly string[] = ['forbidden', 'case-not-readable'];

interface CallRow {
    readonly call: CaseCall;
    readonly recording: RecordingState | undefined;
}

/** Chamadas deste caso: what the bridge knows of the calls of a Case, by way of the softphone in the utility bar. */
export default class CaseCalls extends LightningElement {
    labels = labels;
    timeZone = timeZone;
    status: Status = 'loading';
    reason = '';
    /** Null until they were loaded once. */
    calls: readonly CaseCall[] | null = null;
    /** By protocol. */
    recordings: Readonly<Record<string, RecordingState>> = {};

    #recordId: string | undefined;
    #line: SoftphoneLine | null = null;
    #isAsking = false;
    /** A call changed while its Case's calls were on their way here. */
    #isOutdated = false;
    #canDial: boolean | null = null;

    @wire(MessageContext)
    messageContext!: object;

    @api
    get recordId(): string | undefined {
        return this.#recordId;
    }
    set recordId(recordId: string | undefined) {
        if (recordId === this.#recordId) return;
        this.#recordId = recordId;
        this.calls = null;
        this.recordings = {};
        this.load();
    }

    override connectedCallback(): void {
        this.#line = openSoftphoneLine(this.messageContext, {
            onNews: (news) => this.receiveNews(news),
            onSilence: () => this.receiveSilence()
        });
        this.load();
    }

    override disconnectedCallback(): void {
        this.#line?.close();
        this.#line = null;
        this.#isAsking = false;
    }

    get heading(): string {
        return this.calls?.length ? fillPlaceholders(labels.titleCount, String(this.calls.length)) : labels.title;
    }

    get rows(): CallRow[] {
        return (this.calls ?? []).map((call) => ({ call, recording: this.recordings[call.protocol] }));
    }

    get isLoading(): boolean {
        return this.status === 'loading' && !this.calls;
    }

    get isAbsent(): boolean {
        return this.status === 'absent' && !this.calls;
    }

    get isFailed(): boolean {
        return this.status === 'failed';
    }

    get isEmpty(): boolean {
        return this.status === 'ready' && this.calls?.length === 0;
    }

    get failure(): string {
        if (this.reason === 'salesforce-away') return labels.salesforceAway;
        return FORBIDDEN.includes(this.reason) ? labels.forbidden : labels.unreachable;
    }

    handleRetry(): void {
        this.load();
    }

    handleRecordingWanted({ detail: { protocol } }: CustomEvent<{ protocol: string }>): void {
        this.setRecording(protocol, { status: 'opening' });
        this.#line?.ask({ kind: 'recordingWanted', protocol });
    }

    private load(): void {
        if (!this.#line || !this.#recordId) return;
        this.#isAsking = true;
        this.#isOutdated = false;
        if (!this.calls) this.status = 'loading';
        this.#line.ask({ kind: 'caseCallsWanted', caseId: this.#recordId });
    }

    private receiveNews(news: SoftphoneNews): void {
        switch (news.kind) {
            case 'ready':
                this.receiveReady(news.canDial);
                break;
            case 'caseChanged':
                if (news.caseId === this.#recordId) this.reload();
                break;
            case 'caseCalls':
                if (news.caseId === this.#recordId) this.settle('ready', '', news.calls);
                break;
            case 'caseCallsFailed':
                if (news.caseId === this.#recordId) this.settle('failed', news.reason, this.calls);
                break;
            case 'recording':
                this.settleRecording(news.protocol, { status: 'open', ticket: news.ticket });
                break;
            case 'recordingFailed':
                this.settleRecording(news.protocol, { status: 'failed', reason: news.reason, deletion: news.deletion });
                break;
            case 'callHeard':
                pauseRecordings();
                break;
            case 'dialAccepted':
            case 'dialRefused':
                break;
        }
    }

    /** The softphone says so to whoever asks: only a softphone that was away is reason to ask again. */
    private receiveReady(canDial: boolean | null): void {
        const isBack = this.#canDial === null && canDial !== null;
        this.#canDial = canDial;
        if (this.status === 'absent' || (this.status === 'failed' && isBack)) this.load();
    }

    /** One question at a time, however often the calls change meanwhile. */
    private reload(): void {
        if (this.#isAsking) this.#isOutdated = true;
        else this.load();
    }

    private receiveSilence(): void {
        if (this.#isAsking) this.settle('absent', '', this.calls);
        for (const [protocol, { status }] of Object.entries(this.recordings))
            if (status === 'opening') this.setRecording(protocol, { status: 'failed', reason: 'absent' });
    }

    private settle(status: Status, reason: string, calls: readonly CaseCall[] | null): void {
        this.#isAsking = false;
        this.status = status;
        this.reason = reason;
        this.calls = calls;
        if (this.#isOutdated && status === 'ready') this.load();
    }

    /** Two components of a page may show the same call: each plays what it was asked to play. */
    private settleRecording(protocol: string, state: RecordingState): void {
        if (this.recordings[protocol]?.status === 'opening') this.setRecording(protocol, state);
    }

    private setRecording(protocol: string, state: RecordingState): void {
        this.recordings = { ...this.recordings, [protocol]: state };
    }
}
