import { LightningElement, api } from 'lwc';
import { pollWhileVisible } from 'console/polling';

const REFRESH_PERIOD_MS = 3_000;

/** A page that is loaded when it opens and kept fresh while it is in front. */
export default abstract class LivePage extends LightningElement {
    @api isActive = false;

    errorMessage = '';

    #stopPolling = () => {};

    abstract get isLoading(): boolean;

    /** Reads what the page shows. @throws with a message for the agent */
    abstract load(): Promise<void>;

    override connectedCallback(): void {
        void this.refresh();
        this.#stopPolling = pollWhileVisible(async () => {
            if (this.isActive) await this.refresh();
        }, REFRESH_PERIOD_MS);
    }

    override disconnectedCallback(): void {
        this.#stopPolling();
    }

    async refresh(): Promise<void> {
        try {
            await this.load();
            this.errorMessage = '';
        } catch (error) {
            // what is on screen stays there: the next refresh may succeed
            if (this.isLoading) this.errorMessage = (error as Error).message;
        }
    }
}
