import type { AgentAction, CallView } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import { type PendingCommand, isOverdue } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { ACTION_LABELS } from './actionLabels';
import { CONTROLS, type Control, type Drawer, actionOf } from './controls';
import { excludes } from './excludes';
import { labels } from './labels';

/** What the telephone has not done by then it was not able to do, such as a transfer to somebody who is busy. */
const OVERDUE_IS_NEWS_FOR_MS = 30_000;

/** A button as it is drawn, or the place of one that is of no use now. */
interface ControlCell {
    readonly id: string;
    readonly isListed: boolean;
    readonly label: string;
    readonly title: string;
    readonly iconName: string;
    readonly keyShortcut: string | undefined;
    readonly pressed: string | undefined;
    readonly expanded: string | undefined;
    readonly unavailable: string;
    readonly isUnderWay: boolean;
}

/**
 * What the agent can do during a call. A button keeps its place as long as the call lasts: where one is of no use for
 * a while its place stays empty, and what comes later comes last, so that no click lands on another button.
 * @fires callcommand with `{ legId, command }`
 * @fires drawertoggle with `{ drawer }`
 */
export default class CallControls extends LightningElement {
    @api pendingCommand: PendingCommand | undefined;
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** What is open below the buttons. */
    @api drawer: Drawer = 'none';
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    currentCall!: CallView;
    /** In the order in which they could first be used. */
    placed: readonly Control[] = [];
    #hadFocus = false;

    @api
    get call(): CallView {
        return this.currentCall;
    }
    set call(call: CallView) {
        this.currentCall = call;
        this.#hadFocus = Boolean(this.template?.activeElement);
        const isNew = (control: Control) => !this.placed.includes(control) && actionOf(control, call) !== undefined;
        this.placed = [...this.placed, ...CONTROLS.filter(isNew)];
    }

    /** Gives the focus to a button, such as `hold`, or the one that opens `transfer`. */
    @api
    focusOn(id: string): void {
        this.template?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
    }

    /** Who works by keyboard is not lost when the button that had the focus goes, and presses no other one unawares. */
    override renderedCallback(): void {
        if (this.#hadFocus && !this.template?.activeElement)
            this.template?.querySelector<HTMLElement>('[data-id="controls"]')?.focus();
        this.#hadFocus = false;
    }

    get cells(): ControlCell[] {
        return this.placed.map((control) => {
            const { id, label, iconName, keyShortcut, drawer, isOn } = control;
            const action = actionOf(control, this.currentCall);
            return {
                id,
                isListed: action !== undefined,
                label,
                title: keyShortcut ? `${label} (${keyShortcut})` : label,
                iconName,
                keyShortcut,
                pressed: isOn && String(isOn(this.currentCall)),
                expanded: drawer && String(this.drawer === drawer),
                unavailable: String(this.isUnavailable(action)),
                isUnderWay: this.underWay !== undefined && control.actions.includes(this.underWay)
            };
        });
    }

    /** Where buttons are still to come their room is kept, so that the one below stays where it is. */
    get gridClass(): string {
        const hasButtons = this.placed.length > 0 || this.currentCall.state === 'dialling';
        return hasButtons ? 'grid grid_filled' : 'grid';
    }

    get canHangUp(): boolean {
        return this.currentCall.actions.includes('hangup');
    }

    get hangUpLabel(): string {
        return this.underWay === 'hangup' ? labels.hangingUp : labels.hangUp;
    }

    get cannotHangUp(): boolean {
        return this.isUnavailable('hangup');
    }

    /** What the telephone should have done by now and has not. */
    get hint(): string {
        if (!this.pendingCommand || this.underWay) return '';
        const { action, sentAtMs } = this.pendingCommand;
        if (this.nowMs - sentAtMs >= OVERDUE_IS_NEWS_FOR_MS) return '';
        if (action === 'hangup') return labels.hangUpOverdue;
        return fillPlaceholders(labels.commandOverdue, ACTION_LABELS[action] ?? '');
    }

    get hintClass(): string {
        return this.hint ? 'slds-text-align_center slds-m-top_x-small' : '';
    }

    private get underWay(): AgentAction | undefined {
        const { pendingCommand } = this;
        return pendingCommand && !isOverdue(pendingCommand, this.nowMs) ? pendingCommand.action : undefined;
    }

    private isUnavailable(action: AgentAction | undefined): boolean {
        if (this.disabled || !action) return true;
        return this.underWay !== undefined && excludes(this.underWay, action);
    }

    /** The second click of a double click would undo what the first one asked for. */
    handlePress({ currentTarget, detail }: MouseEvent): void {
        const { id } = (currentTarget as HTMLElement).dataset;
        const control = CONTROLS.find((one) => one.id === id);
        const action = control && actionOf(control, this.currentCall);
        if (detail > 1 || !control || !action || this.isUnavailable(action)) return;
        if (control.drawer) this.dispatchEvent(new CustomEvent('drawertoggle', { detail: { drawer: control.drawer } }));
        else this.command(action);
    }

    handleHangUp(): void {
        this.command('hangup');
    }

    private command(action: AgentAction): void {
        const detail = { legId: this.currentCall.legId, command: { action } };
        this.dispatchEvent(new CustomEvent('callcommand', { detail }));
    }
}
