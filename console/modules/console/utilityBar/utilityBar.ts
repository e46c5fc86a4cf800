import { LightningElement, api } from 'lwc';
import type { UtilityAttributes } from 'console/shellEvents';
import { onShellEvent } from 'console/shellEvents';

type Utility = Required<UtilityAttributes>;

/** The bar docked at the bottom, with the softphone as its one utility. What the bar's slot holds stands at its other end. */
export default class UtilityBar extends LightningElement {
    @api bridgeUrl = '';

    utility: Utility = { label: 'Softphone', icon: 'call', iconVariant: '', highlighted: false };
    isOpen = true;

    #stopListening: (() => void)[] = [];

    override connectedCallback(): void {
        this.#stopListening = [
            onShellEvent('console:updateutility', ({ attributes }) => {
                this.utility = { ...this.utility, ...attributes };
            }),
            onShellEvent('console:openutility', () => {
                this.isOpen = true;
            }),
            onShellEvent('console:minimizeutility', () => {
                this.isOpen = false;
            })
        ];
    }

    override disconnectedCallback(): void {
        for (const stop of this.#stopListening) stop();
    }

    get iconName(): string {
        return `utility:${this.utility.icon}`;
    }

    get iconVariant(): string {
        return this.utility.highlighted ? 'inverse' : this.utility.iconVariant;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get panelClass(): string {
        return `slds-utility-panel softphone-panel ${this.isOpen ? 'slds-is-open' : 'softphone-panel_minimized'}`;
    }

    get itemClass(): string {
        return `slds-utility-bar__item${this.utility.highlighted ? ' slds-has-notification' : ''}`;
    }

    get buttonClass(): string {
        return `slds-button slds-utility-bar__action${this.isOpen ? ' slds-is-active' : ''}`;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
