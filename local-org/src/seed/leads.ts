export interface SeedLead {
    firstName: string;
    lastName: string;
    company: string;
    phone: string;
    email: string;
}

export const seedLeads: SeedLead[] = [
    {
        firstName: 'Renata',
        lastName: 'Siqueira',
        company: 'Ateliê Siqueira',
        phone: '(27) 99876-1212',
        email: 'renata@ateliesiqueira.example'
    },
    {
        firstName: 'Otávio',
        lastName: 'Leal',
        company: 'Leal Contabilidade',
        phone: '+55 85 3244-7070',
        email: 'otavio@lealcontabil.example'
    },
    {
        firstName: 'Mônica',
        lastName: 'Batista',
        company: 'Doces da Mônica',
        phone: '62 98111-0909',
        email: 'monica@docesdamonica.example'
    }
];
