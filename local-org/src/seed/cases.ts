export interface SeedCase {
    /** Keys of a seed contact, or of a seed account when no person is known. */
    contact: string | null;
    account: string | null;
    /** Username of the owner. */
    owner: string;
    subject: string;
    origin: 'Phone' | 'Email' | 'Web';
    status: 'New' | 'Working' | 'Closed';
    createdDate: string;
}

const ana = 'ana@local.org';
const bruno = 'bruno@local.org';

/** Earlier service. João and Helena Pereira share a number; Helena was served last. */
export const seedCases: SeedCase[] = [
    {
        contact: 'maria',
        account: null,
        owner: ana,
        subject: 'Segunda via da fatura de julho',
        origin: 'Phone',
        status: 'Closed',
        createdDate: '2026-08-11T14:05:00.000+0000'
    },
    {
        contact: 'maria',
        account: null,
        owner: bruno,
        subject: 'Troca do endereço de entrega',
        origin: 'Email',
        status: 'Closed',
        createdDate: '2026-10-02T18:31:00.000+0000'
    },
    {
        contact: 'joao',
        account: null,
        owner: bruno,
        subject: 'Dúvida sobre o contrato de manutenção',
        origin: 'Phone',
        status: 'Closed',
        createdDate: '2026-07-02T13:20:00.000+0000'
    },
    {
        contact: 'helena',
        account: null,
        owner: ana,
        subject: 'Agendamento de visita técnica',
        origin: 'Phone',
        status: 'Working',
        createdDate: '2026-10-15T19:45:00.000+0000'
    },
    {
        contact: 'joao',
        account: null,
        owner: ana,
        subject: 'Pedido de catálogo',
        origin: 'Web',
        status: 'Closed',
        createdDate: '2026-06-18T11:00:00.000+0000'
    },
    {
        contact: 'marcos',
        account: null,
        owner: bruno,
        subject: 'Orçamento para o canteiro da Barra',
        origin: 'Email',
        status: 'Working',
        createdDate: '2026-11-04T12:10:00.000+0000'
    },
    {
        contact: 'tereza',
        account: null,
        owner: ana,
        subject: 'Equipamento da sala 3 não liga',
        origin: 'Phone',
        status: 'New',
        createdDate: '2026-11-17T16:22:00.000+0000'
    },
    {
        contact: null,
        account: 'transportadora',
        owner: bruno,
        subject: 'Atraso na coleta de segunda-feira',
        origin: 'Phone',
        status: 'Closed',
        createdDate: '2026-09-21T20:02:00.000+0000'
    },
    {
        contact: 'vinicius',
        account: null,
        owner: ana,
        subject: 'Cancelamento de um item do pedido',
        origin: 'Web',
        status: 'New',
        createdDate: '2026-11-19T09:40:00.000+0000'
    }
];
