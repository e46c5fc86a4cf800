import type { AgentCommand, CallView, Candidate } from 'bridge/contract';
import type CallControls from 'c/callControls';
import { callerName, callerNumber, fillPlaceholders, formatDuration, holdMs } from 'c/callFormat';
import {
    type ContactsState,
    type DirectoryState,
    type PendingChoice,
    type PendingCommand,
    isOverdue
} from 'c/softphoneState';
import type TransferPicker from 'c/transferPicker';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { withChoice } from './withChoice';

type Drawer = CallControls['drawer'];

/**
 * One call that the agent is on: in full, or in one line while it is held and the agent talks on another one.
 * @fires callcommand with `{ legId, command }`
 * @fires callerchoose with `{ legId, candidateId }`
 * @fires caseopen with `{ recordId }`
 * @fires directorywanted
 * @fires contactsearch with `{ search }`
 */
export default class CallCard extends LightningElement {
    @api pendingCommand: PendingCommand | undefined;
    @api pendingChoice: PendingChoice | undefined;
    @api directory: DirectoryState = { status: 'idle', directory: null };
    @api contacts: ContactsState | null = null;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;
    drawer: Drawer = 'none';
    currentCall!: CallView;
    isCompact = false;

    /** Whom a search found and the agent chose, until the search finds others. */
    #found: readonly Candidate[] = [];
    #wasResumed = false;

    /** What it can do no more closes what was open for it: opening by itself later, it would take the focus. */
    @api
    get call(): CallView {
        return this.currentCall;
    }
    set call(call: CallView) {
        this.currentCall = call;
        if (!this.showsKeypad && !this.showsTransfer) this.drawer = 'none';
    }

    @api
    get compact(): boolean {
        return this.isCompact;
    }
    set compact(compact: boolean) {
        this.isCompact = compact;
        if (compact) this.drawer = 'none';
    }

    /** Opens the search for somebody to hand the call to, where the call can be handed over. */
    @api
    openTransfer(): void {
        if (!this.canTransfer || this.compact) return;
        if (this.drawer === 'transfer') (this.refs?.picker as unknown as TransferPicker).focus();
        this.drawer = 'transfer';
    }

    /** Who works by keyboard goes on with the call that they resumed, unless they have gone elsewhere. */
    override renderedCallback(): void {
        if (this.compact || !this.#wasResumed) return;
        this.#wasResumed = false;
        if (!document.activeElement || document.activeElement === document.body) this.controls.focusOn('hold');
    }

    /** With what the agent chose, although the bridge may not have told of it yet. */
    get shownCall(): CallView {
        if (!this.pendingChoice || this.choice !== 'pending') return this.call;
        return withChoice(this.call, this.pendingChoice.candidateId, this.#found);
    }

    get who(): string {
        return callerName(this.shownCall) ?? callerNumber(this.call) ?? labels.unknownNumber;
    }

    get holdTime(): string {
        return formatDuration(holdMs(this.call, this.nowMs));
    }

    get resumeLabel(): string {
        return fillPlaceholders(labels.resumeCallWith, this.who);
    }

    get canResume(): boolean {
        return this.call.actions.includes('resume');
    }

    get isResuming(): boolean {
        const { pendingCommand } = this;
        return pendingCommand?.action === 'resume' && !isOverdue(pendingCommand, this.nowMs);
    }

    get resumeUnavailable(): string {
        return String(this.disabled || this.isResuming);
    }

    /** Nobody looks up a colleague. */
    get isLookedUp(): boolean {
        return this.call.direction !== 'internal';
    }

    get choice(): 'none' | 'pending' | 'overdue' {
        if (!this.pendingChoice) return 'none';
        return isOverdue(this.pendingChoice, this.nowMs) ? 'overdue' : 'pending';
    }

    get showsKeypad(): boolean {
        return this.drawer === 'keypad' && this.call.actions.includes('dtmf');
    }

    get showsTransfer(): boolean {
        return this.drawer === 'transfer' && this.canTransfer;
    }

    private get canTransfer(): boolean {
        const { actions } = this.call;
        return actions.includes('consult') || actions.includes('blindTransfer');
    }

    private get controls(): CallControls {
        return this.refs?.controls as unknown as CallControls;
    }

    /** The second click of a double click would put on hold what the first one resumed. */
    handleResume({ detail }: MouseEvent): void {
        if (detail > 1 || this.disabled || this.isResuming) return;
        this.#wasResumed = true;
        this.command({ action: 'resume' });
    }

    handleDrawerToggle({ detail }: CustomEvent<{ drawer: Drawer }>): void {
        this.drawer = this.drawer === detail.drawer ? 'none' : detail.drawer;
    }

    handleDrawerClose(): void {
        this.controls.focusOn(this.drawer);
        this.drawer = 'none';
    }

    handleDigits({ detail }: CustomEvent<{ digits: string }>): void {
        this.command({ action: 'dtmf', digits: detail.digits });
    }

    handleTarget({ detail }: CustomEvent<{ command: AgentCommand }>): void {
        this.handleDrawerClose();
        this.command(detail.command);
    }

    handleCallerChoose({ detail }: CustomEvent<{ candidateId: string | null }>): void {
        this.#found = this.contacts?.contacts ?? [];
        this.dispatchEvent(new CustomEvent('callerchoose', { detail: { legId: this.call.legId, ...detail } }));
    }

    passOn(event: CustomEvent<object | null>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }

    private command(command: AgentCommand): void {
        this.dispatchEvent(new CustomEvent('callcommand', { detail: { legId: this.call.legId, command } }));
    }
}
