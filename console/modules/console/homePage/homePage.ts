import { LightningElement, api } from 'lwc';
import type { CaseRecord } from 'console/caseRecord';
import { listCases } from 'console/caseRecord';
import { formatDateTime, formatPicklist } from 'console/fieldFormat';
import { pollWhileVisible } from 'console/polling';

const REFRESH_PERIOD_MS = 5_000;
const COLUMNS = [
    'Número do caso',
    'Assunto',
    'Nome do contato',
    'Nome da conta',
    'Status',
    'Protocolo',
    'Proprietário',
    'Data/Hora de abertura'
];

/** The list of Cases, newest first, narrowed to those that contain the search term. */
export default class HomePage extends LightningElement {
    @api searchTerm = '';
    @api isActive = false;

    columns = COLUMNS;
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
        const count = this.rows.length;
        return `${count} ${count === 1 ? 'item' : 'itens'} • Classificado por Data/Hora de abertura`;
    }

    get isEmpty(): boolean {
        return this.cases !== null && this.rows.length === 0;
    }

    get rows() {
        const term = this.searchTerm.toLocaleLowerCase('pt-BR');
        return (this.cases ?? [])
            .map(describeRow)
            .filter((row) => Object.values(row).some((text) => text.toLocaleLowerCase('pt-BR').includes(term)));
    }
}

function describeRow(record: CaseRecord) {
    return {
        id: record.Id,
        number: record.CaseNumber,
        subject: record.Subject ?? '',
        contact: record.Contact?.Name ?? '',
        account: record.Account?.Name ?? '',
        status: formatPicklist(record.Status ?? ''),
        protocol: record.CallProtocol__c ?? '',
        owner: record.Owner?.Name ?? '',
        createdAt: formatDateTime(record.CreatedDate)
    };
}
