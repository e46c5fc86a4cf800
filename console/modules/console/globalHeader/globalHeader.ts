import { LightningElement, api } from 'lwc';

/** The bar at the top of every Lightning page. @fires search `{ term }` on every change of the search box. */
export default class GlobalHeader extends LightningElement {
    @api userName = '';
    @api searchTerm = '';

    get initials(): string {
        const names = this.userName.split(' ');
        return names
            .map((name) => name.charAt(0))
            .join('')
            .slice(0, 2)
            .toUpperCase();
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.dispatchEvent(new CustomEvent('search', { detail: { term: event.detail.value } }));
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
    }
}
