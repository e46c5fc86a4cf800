import { LightningElement, api } from 'lwc';
import type { CaseRecord } from 'console/caseRecord';
import { listCases } from 'console/caseRecord';
import { pollWhileVisible } from 'console/polling';

const REFRESH_PERIOD_MS = 5_000;

/** The list of Cases, newest first, narrowed to those that contain the search term. */
export default class HomePage extends LightningElement {
    @api searchTerm = '';
    @api isActive = false;

    cases: CaseRecord[] | null = null;
    errorMessage = '';

    #stopPolling = () => {};

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
            this.cases = await listCases();
            this.errorMessage = '';
        } catch (error) {
            this.errorMessage = `Não foi possível carregar os casos: ${(error as Error).message}`;
        }
    }

    get heading(): string {
        return this.searchTerm ? `Resultados para “${this.searchTerm}”` : 'Casos recentes';
    }

    get summary(): string {
        if (!this.cases) return 'Carregando...';
        const count = this.found.length;
        return `${count} ${count === 1 ? 'item' : 'itens'} • Classificado por Data/Hora de abertura`;
    }

    get isEmpty(): boolean {
        return this.cases !== null && this.found.length === 0;
    }

    get found(): CaseRecord[] {
        const term = this.searchTerm.toLocaleLowerCase('pt-BR');
        return (this.cases ?? []).filter((record) => searchableText(record).toLocaleLowerCase('pt-BR').includes(term));
    }
}

const searchableText = (record: CaseRecord): string =>
    [
        record.CaseNumber,
        record.Subject,
        record.Contact?.Name,
        record.Account?.Name,
        record.Owner?.Name,
        record.CallProtocol__c,
        record.CallerTaxId__c,
        record.CallingNumber__c
    ].join(' ');
