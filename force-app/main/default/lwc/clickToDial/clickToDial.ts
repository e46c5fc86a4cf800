import { fillPlaceholders } from 'c/callFormat';
import { type SoftphoneLine, type SoftphoneNews, openSoftphoneLine } from 'c/softphoneChannel';
import { MessageContext } from 'lightning/messageService';
import { type RecordData, type WireResult, getRecord } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { labels } from './labels';
import { type RecordPhone, personOf, phoneFieldsOf, phonesOf } from './recordPhones';
import { describeRefusal } from './refusal';

interface PhoneRow extends RecordPhone {
    readonly callLabel: string;
    readonly unavailable: 'true' | 'false';
}

/** Long enough to be read; then it is the softphone that says how the call is. */
const OUTCOME_DURATION_MS = 10_000;

/**
 * The numbers of a Contact, Account, Lead or Case, called through the softphone in the utility bar.
 * @fires dialled when the softphone took a number over
 */
export default class ClickToDial extends LightningElement {
    /** Calls at once where there is only one number. */
    @api immediate = false;
    /** Stands in a frame that has a heading already. */
    @api bare = false;

    labels = labels;
    recordFields: string[] = [];
    phones: readonly RecordPhone[] | null = null;
    isUnreadable = false;
    softphone: 'asked' | 'there' | 'absent' = 'asked';
    canDial: boolean | null = null;
    /** The number that the softphone was asked to call and has not answered for. */
    dialling: string | null = null;
    outcome = '';
    isRefused = false;

    #recordId: string | undefined;
    #person: string | null = null;
    #line: SoftphoneLine | null = null;
    #hasDialledByItself = false;
    #outcomeTimer: ReturnType<typeof setTimeout> | undefined;

    @wire(MessageContext)
    messageContext!: object;

    @api
    get recordId(): string | undefined {
        return this.#recordId;
    }
    set recordId(recordId: string | undefined) {
        this.#recordId = recordId;
        this.recordFields = phoneFieldsOf(recordId ?? '');
        this.phones = null;
        this.showOutcome('');
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$recordFields' })
    receiveRecord({ data, error }: WireResult<RecordData>): void {
        this.isUnreadable = error !== undefined;
        if (!data) return;
        this.phones = phonesOf(data);
        this.#person = personOf(data);
        this.dialByItself();
    }

    override connectedCallback(): void {
        this.#line = openSoftphoneLine(this.messageContext, {
            onNews: (news) => this.receiveNews(news),
            onSilence: () => {
                this.softphone = 'absent';
                this.dialling = null;
            }
        });
        this.#line.ask({ kind: 'readyWanted' });
    }

    override disconnectedCallback(): void {
        this.#line?.close();
        clearTimeout(this.#outcomeTimer);
    }

    get isLoading(): boolean {
        return this.phones === null && !this.isUnreadable;
    }

    get isEmpty(): boolean {
        return this.phones?.length === 0;
    }

    get rows(): PhoneRow[] {
        return (this.phones ?? []).map((phone) => ({
            ...phone,
            callLabel: fillPlaceholders(labels.call, phone.number),
            unavailable: this.isUnavailable ? 'true' : 'false'
        }));
    }

    get hint(): string {
        if (this.isEmpty || !this.phones) return '';
        if (this.dialling !== null) return fillPlaceholders(labels.dialling, this.dialling);
        if (this.softphone === 'absent') return labels.noSoftphone;
        if (this.outcome) return this.outcome;
        if (this.softphone === 'asked') return '';
        if (this.canDial === null) return labels.disconnected;
        return this.canDial ? '' : labels.impossible;
    }

    get hintClass(): string {
        return `hint ${this.isRefused ? 'slds-text-color_error' : 'slds-text-color_weak'}`;
    }

    get hasHeading(): boolean {
        return !this.bare;
    }

    get bodyClass(): string {
        return this.bare ? '' : 'slds-card__body slds-card__body_inner';
    }

    get frameClass(): string {
        return this.bare ? '' : 'slds-card slds-card_boundary';
    }

    /** Whether the softphone said that it cannot call. One that said nothing is asked again by the click. */
    private get isUnavailable(): boolean {
        return this.dialling !== null || (this.softphone === 'there' && this.canDial !== true);
    }

    handleCall(event: Event): void {
        const { number } = (event.currentTarget as HTMLElement).dataset;
        if (number && !this.isUnavailable) this.dial(number);
    }

    private dial(number: string): void {
        this.showOutcome('');
        this.dialling = number;
        this.#line?.ask({ kind: 'dial', number, recordId: this.#person });
    }

    private dialByItself(): void {
        const [only, ...others] = this.phones ?? [];
        const isTold = this.softphone === 'there' && this.canDial === true;
        if (!this.immediate || this.#hasDialledByItself || !isTold || !only || others.length > 0) return;
        this.#hasDialledByItself = true;
        this.dial(only.number);
    }

    private receiveNews(news: SoftphoneNews): void {
        this.softphone = 'there';
        if (news.kind === 'ready') {
            this.canDial = news.canDial;
            this.dialByItself();
        } else if (news.kind === 'dialAccepted' && this.isAwaited(news)) {
            this.showOutcome(labels.accepted);
            this.dispatchEvent(new CustomEvent('dialled'));
        } else if (news.kind === 'dialRefused' && this.isAwaited(news)) {
            this.showOutcome(describeRefusal(news.number, news.reason), true);
        }
    }

    /** Another component of the page may have asked for another number. */
    private isAwaited({ number, recordId }: { number: string; recordId: string | null }): boolean {
        return number === this.dialling && recordId === this.#person;
    }

    private showOutcome(outcome: string, isRefused = false): void {
        this.dialling = null;
        this.outcome = outcome;
        this.isRefused = isRefused;
        clearTimeout(this.#outcomeTimer);
        if (outcome && !isRefused) this.#outcomeTimer = setTimeout(() => this.showOutcome(''), OUTCOME_DURATION_MS);
    }
}
