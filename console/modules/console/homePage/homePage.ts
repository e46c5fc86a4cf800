import { api } from 'lwc';
import type { CaseList, CaseRecord } from 'console/caseRecord';
import { formatCount, listCases } from 'console/caseRecord';
import LivePage from 'console/livePage';

/** The list of Cases, newest first, narrowed to those that contain the search term. */
export default class HomePage extends LivePage {
    @api searchTerm = '';

    list: CaseList | null = null;

    async load(): Promise<void> {
        this.list = await listCases();
    }

    get isLoading(): boolean {
        return this.list === null;
    }

    get heading(): string {
        return this.searchTerm ? `Resultados para “${this.searchTerm}”` : 'Casos recentes';
    }

    get summary(): string {
        if (!this.list) return 'Carregando...';
        const { found } = this;
        const count = formatCount(found, this.list.hasMore);
        return `${count} ${count === '1' ? 'item' : 'itens'} • Classificado por Data/Hora de abertura`;
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.found.length === 0;
    }

    get found(): CaseRecord[] {
        const term = this.searchTerm.toLocaleLowerCase('pt-BR');
        return (this.list?.cases ?? []).filter((record) =>
            searchableText(record).toLocaleLowerCase('pt-BR').includes(term)
        );
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
