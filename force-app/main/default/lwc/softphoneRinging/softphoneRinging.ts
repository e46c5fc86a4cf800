import type { CallView } from 'bridge/contract';
import type { AlertStatus } from 'c/callAlerts';
import { type PendingCommand, canTakeCalls } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { commandUnderWay, hintFor, isOfferedToAnswer } from './answering';
import { type GoneCall, goneCalls } from './goneCalls';
import { labels } from './labels';
import { optionAfterKey } from './optionAfterKey';
import { type RingingRow, toRingingRow } from './ringingRow';
import { waitingTime } from './waitingTime';

type RingingAction = 'answer' | 'reject';

/**
 * When the call that the agent had chosen goes and another takes its place, what they press in that moment is not meant
 * for the other.
 */
const REPLACED_FOR_MS = 500;

/**
 * Tocando: the calls that ring for the agent, as a list box with buttons for the selected call.
 * @fires callselect with `{ legId }`
 * @fires callcommand with `{ legId, command }`
 * @fires alertsenable when the agent wants sound or notifications
 */
export default class SoftphoneRinging extends LightningElement {
    /** The calls that the agent is on. */
    @api currentCalls: readonly CallView[] = [];
    /** The calls that are over, newest first; those that have just gone from here are told of. */
    @api history: readonly CallView[] = [];
    /** By leg id. */
    @api pending: Readonly<Record<string, PendingCommand>> = {};
    /** While the bridge is away nothing can be asked of it, and nobody knows what rings. */
    @api disabled = false;
    @api alerts: AlertStatus | null = null;

    labels = labels;

    private ringing: readonly CallView[] = [];
    private chosenLegId: string | null = null;
    private timeMs = 0;
    /** What this component asked to be selected; a selection that differs came by itself. */
    #wantedLegId: string | null = null;
    #replacedAtMs = -Infinity;
    #hadFocus = false;
    #shownMs = 0;

    @api
    get calls(): readonly CallView[] {
        return this.ringing;
    }
    set calls(calls: readonly CallView[]) {
        this.#hadFocus ||= this.hasFocus;
        this.ringing = calls;
    }

    /** By the bridge's clock. */
    @api
    get nowMs(): number {
        return this.timeMs;
    }
    set nowMs(nowMs: number) {
        this.timeMs = nowMs;
        this.#shownMs = nowMs;
    }

    @api
    get selectedLegId(): string | null {
        return this.chosenLegId;
    }
    set selectedLegId(legId: string | null) {
        this.#hadFocus ||= this.hasFocus;
        if (this.chosenLegId && legId && legId !== this.#wantedLegId) this.#replacedAtMs = Date.now();
        this.chosenLegId = legId;
        this.#wantedLegId = legId;
    }

    /**
     * The time goes on, and nothing else has changed: fifty rows are not rendered anew for it, unless there is something
     * on screen that goes by itself.
     *
     * @param nowMs by the bridge's clock
     */
    @api
    showTime(nowMs: number): void {
        const goesByItself = Object.keys(this.pending).length > 0 || this.takenCalls.length + this.lostCalls.length > 0;
        this.#shownMs = nowMs;
        if (goesByItself) this.timeMs = nowMs;
        else this.writeTimes();
    }

    override renderedCallback(): void {
        this.writeTimes();
        // what had the focus is gone: whoever works by keyboard goes on with the call that is selected now
        if (this.#hadFocus && !this.hasFocus) this.focusOption(this.chosenLegId);
        this.#hadFocus = false;
    }

    get isEmpty(): boolean {
        return this.ringing.length === 0;
    }

    get isDisconnected(): boolean {
        return this.isEmpty && this.disabled;
    }

    get rows(): RingingRow[] {
        return this.ringing.map((call) => toRingingRow(call, call.legId === this.chosenLegId));
    }

    /** Spoken as well. */
    get takenCalls(): GoneCall[] {
        return goneCalls(this.history, this.timeMs, ['takenByColleague']);
    }

    /** Of these the softphone tells screen readers itself, whichever tab is open. */
    get lostCalls(): GoneCall[] {
        return goneCalls(this.history, this.timeMs, ['abandoned', 'missed']);
    }

    get canBeAnsweredHere(): boolean {
        return this.selectedCall !== undefined && isOfferedToAnswer(this.selectedCall);
    }

    get mustBeAnsweredByHand(): boolean {
        return this.selectedCall !== undefined && !isOfferedToAnswer(this.selectedCall);
    }

    get byHandText(): string {
        return this.mustBeAnsweredByHand ? labels.answerOnPhone : '';
    }

    /** Takes the place of the button that answers. */
    get byHandClass(): string {
        return this.mustBeAnsweredByHand ? 'by-hand slds-col' : 'slds-assistive-text';
    }

    get canBeRejectedHere(): boolean {
        return this.selectedCall?.actions.includes('reject') ?? false;
    }

    get answerLabel(): string {
        return this.underWay === 'answer' ? labels.answering : labels.answer;
    }

    get rejectLabel(): string {
        return this.underWay === 'reject' ? labels.rejecting : labels.reject;
    }

    get cannotAnswer(): boolean {
        return !this.selectedCall || !this.isPossible(this.selectedCall, 'answer');
    }

    get cannotReject(): boolean {
        return !this.selectedCall || !this.isPossible(this.selectedCall, 'reject');
    }

    get hint(): string {
        return this.selectedCall ? hintFor(this.selectedCall, this) : '';
    }

    get hintClass(): string {
        return this.hint ? 'hint slds-text-align_center slds-m-top_x-small' : '';
    }

    /** Says nothing of keys that would do nothing. */
    get keysHint(): string {
        if (!this.canBeRejectedHere) return '';
        return this.canBeAnsweredHere ? labels.ringingKeys : labels.ringingRejectKey;
    }

    get isSoundBlocked(): boolean {
        return this.alerts?.sound === 'blocked' && !this.alerts.preferences.muted;
    }

    get canAskForNotifications(): boolean {
        return this.isEmpty && !this.isSoundBlocked && this.alerts?.notifications === 'default';
    }

    private get selectedCall(): CallView | undefined {
        return this.ringing.find(({ legId }) => legId === this.chosenLegId);
    }

    private get underWay(): string | undefined {
        return (this.selectedCall && commandUnderWay(this.selectedCall, this))?.action;
    }

    private get hasFocus(): boolean {
        return Boolean(this.template?.activeElement);
    }

    handleSelect(event: Event): void {
        this.select((event.currentTarget as HTMLElement).dataset.legId);
    }

    handleDoubleClick(event: Event): void {
        this.handleSelect(event);
        this.command((event.currentTarget as HTMLElement).dataset.legId, 'answer');
    }

    handleAnswer(): void {
        this.command(this.chosenLegId, 'answer');
    }

    handleReject(): void {
        this.command(this.chosenLegId, 'reject');
    }

    handleAlertsEnable(): void {
        this.dispatchEvent(new CustomEvent('alertsenable'));
    }

    handleKeyDown(event: KeyboardEvent): void {
        const { legId } = (event.currentTarget as HTMLElement).dataset;
        const index = this.ringing.findIndex((call) => call.legId === legId);
        const nextIndex = optionAfterKey(event.key, index, this.ringing.length);
        // a key that is held down is meant for one call
        if (event.repeat && nextIndex === null) return;
        // the key above Enter, too: it is what Delete is called on a Mac
        if (event.key === 'Delete' || event.key === 'Backspace') this.command(legId, 'reject');
        else if (event.key === 'Enter') this.command(legId, 'answer');
        else if (nextIndex === null) return;
        else this.moveTo(nextIndex);
        event.preventDefault();
    }

    private writeTimes(): void {
        const calls = new Map(this.ringing.map((call) => [call.legId, call]));
        for (const place of this.template?.querySelectorAll<HTMLElement>('[data-time]') ?? []) {
            const call = calls.get(place.dataset.time ?? '');
            const time = call ? waitingTime(call, this.#shownMs) : '';
            if (!place.firstChild) place.textContent = time;
            else if (place.firstChild.nodeValue !== time) place.firstChild.nodeValue = time;
        }
    }

    private moveTo(index: number): void {
        const legId = this.ringing[index]?.legId;
        this.select(legId);
        this.focusOption(legId);
    }

    private focusOption(legId: string | null | undefined): void {
        const options = [...(this.template?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
        options.find(({ dataset }) => dataset.legId === legId)?.focus();
    }

    private select(legId: string | undefined): void {
        if (!legId) return;
        this.#wantedLegId = legId;
        this.dispatchEvent(new CustomEvent('callselect', { detail: { legId } }));
    }

    private command(legId: string | null | undefined, action: RingingAction): void {
        const call = this.ringing.find((one) => one.legId === legId);
        if (!call || !this.isPossible(call, action) || Date.now() - this.#replacedAtMs < REPLACED_FOR_MS) return;
        this.dispatchEvent(new CustomEvent('callcommand', { detail: { legId, command: { action } } }));
    }

    private isPossible(call: CallView, action: RingingAction): boolean {
        const isFree = action === 'reject' || canTakeCalls(this.currentCalls);
        return !this.disabled && isFree && !commandUnderWay(call, this) && call.actions.includes(action);
    }
}
