import type { CallView, Presence, Settings } from 'bridge/contract';
import type CallCard from 'c/callCard';
import type { ContactsState, DirectoryState, Draft, PendingChoice, PendingCommand } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { type CurrentItem, isWrapUpOpen, listItems, mainCall } from './currentItems';
import { labels } from './labels';

/** The bridge tells that a call is over and that it is to be wrapped up one after the other. */
const WRAP_UP_AWAITED_MS = 3_000;

/**
 * Atendimento: the calls that the agent is on, and the call that they wrap up.
 * @fires callcommand with `{ legId, command }`
 * @fires callerchoose with `{ legId, candidateId }`
 * @fires caseopen with `{ recordId }`
 * @fires notechange with `{ callId, legId, note }`
 * @fires wrapupfinish
 * @fires directorywanted
 * @fires contactsearch with `{ search }`
 */
export default class SoftphoneCurrent extends LightningElement {
    /** By leg id. */
    @api pending: Readonly<Record<string, PendingCommand>> = {};
    /** By leg id. */
    @api choices: Readonly<Record<string, PendingChoice>> = {};
    /** What is written down and not stored yet, by leg id. */
    @api drafts: Readonly<Record<string, Draft>> = {};
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;
    @api settings: Settings | null = null;
    @api presence: Presence | null = null;
    @api directory: DirectoryState = { status: 'idle', directory: null };
    @api contacts: ContactsState | null = null;

    labels = labels;

    liveCalls: readonly CallView[] = [];
    endedCall: CallView | null = null;
    /** The call that ended last, until the bridge has told whether it is to be wrapped up. */
    leftCall: { readonly call: CallView; readonly untilMs: number } | null = null;

    @api
    get calls(): readonly CallView[] {
        return this.liveCalls;
    }
    set calls(calls: readonly CallView[]) {
        const ended = calls.length === 0 ? this.liveCalls.at(-1) : undefined;
        if (calls.length > 0) this.leftCall = null;
        if (ended?.answeredAt && this.settings?.wrapUpSeconds)
            this.leftCall = { call: ended, untilMs: this.nowMs + WRAP_UP_AWAITED_MS };
        this.liveCalls = calls;
    }

    /** The call that `presence.wrapUp` is about. */
    @api
    get wrapUpCall(): CallView | null {
        return this.endedCall;
    }
    set wrapUpCall(call: CallView | null) {
        this.endedCall = call;
        if (call) this.leftCall = null;
    }

    /** Opens the search for somebody to hand the call to that the agent talks on. */
    @api
    openTransfer(): void {
        const legId = mainCall(this.liveCalls)?.legId;
        const cards = [...(this.template?.querySelectorAll<HTMLElement>('c-call-card') ?? [])];
        const card = cards.find(({ dataset }) => dataset.legId === legId);
        (card as unknown as CallCard | undefined)?.openTransfer();
    }

    get items(): CurrentItem[] {
        const { pending, choices, drafts } = this;
        return listItems({ calls: this.liveCalls, overCall: this.overCall, pending, choices, drafts });
    }

    get isEmpty(): boolean {
        return this.liveCalls.length === 0 && !this.overCall;
    }

    get reasons(): readonly string[] {
        return this.settings?.contactReasons ?? [];
    }

    get wrapUp(): Presence['wrapUp'] {
        return this.presence?.wrapUp ?? null;
    }

    private get overCall(): CallView | null {
        if (this.endedCall) return isWrapUpOpen(this.wrapUp, this.nowMs) ? this.endedCall : null;
        return this.leftCall && this.nowMs < this.leftCall.untilMs ? this.leftCall.call : null;
    }

    /** Who chose a break or to be offline stays so. */
    get finishLabel(): string {
        return this.presence?.state === 'available' ? labels.finishWrapUp : labels.finishWrapUpOnly;
    }

    handleFinish(): void {
        this.dispatchEvent(new CustomEvent('wrapupfinish'));
    }

    passOn(event: CustomEvent<object | null>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
