export interface SeedAccount {
    /** How other seed data name it. */
    key: string;
    name: string;
    cnpj: string;
    phone: string;
    city: string;
    state: string;
    industry: string;
}

/** Companies with numeric and alphanumeric CNPJs, and their main numbers as people typed them. */
export const seedAccounts: SeedAccount[] = [
    {
        key: 'padaria',
        name: 'Padaria Estrela da Manhã Ltda',
        cnpj: '11.222.333/0001-81',
        phone: '(11) 3456-7890',
        city: 'São Paulo',
        state: 'SP',
        industry: 'Retail'
    },
    {
        key: 'construtora',
        name: 'Construtora Horizonte Azul S.A.',
        cnpj: '47.219.508/0001-49',
        phone: '+55 21 2345-6789',
        city: 'Rio de Janeiro',
        state: 'RJ',
        industry: 'Other'
    },
    {
        key: 'clinica',
        name: 'Clínica Bem Viver',
        cnpj: '12.ABC.345/01DE-35',
        phone: '(31) 3333-2020',
        city: 'Belo Horizonte',
        state: 'MG',
        industry: 'Healthcare'
    },
    {
        key: 'mercado',
        name: 'Mercado Boa Vista',
        cnpj: '08634271000100',
        phone: '011 5555 1234',
        city: 'São Paulo',
        state: 'SP',
        industry: 'Retail'
    },
    {
        key: 'transportadora',
        name: 'Transportadora Rota Certa Ltda',
        cnpj: '30.571.824/0001-82',
        phone: '(41) 3026-4500',
        city: 'Curitiba',
        state: 'PR',
        industry: 'Other'
    },
    {
        key: 'escola',
        name: 'Escola Pequeno Saber',
        cnpj: '21.900.456/0001-88',
        phone: '81 3465-1122',
        city: 'Recife',
        state: 'PE',
        industry: 'Other'
    },
    {
        key: 'fazenda',
        name: 'Fazenda Santa Luzia Agropecuária',
        cnpj: 'K7.P2M.9X4/0001-04',
        phone: '(16) 3610-7788',
        city: 'Ribeirão Preto',
        state: 'SP',
        industry: 'Other'
    },
    {
        key: 'livraria',
        name: 'Livraria Página Um',
        cnpj: '64.318.725/0001-05',
        phone: '(51) 3221-9080',
        city: 'Porto Alegre',
        state: 'RS',
        industry: 'Retail'
    },
    {
        key: 'oficina',
        name: 'Oficina Irmãos Tavares',
        cnpj: '55092314000153',
        phone: '0 71 3344-5566',
        city: 'Salvador',
        state: 'BA',
        industry: 'Other'
    },
    {
        key: 'pousada',
        name: 'Pousada Maré Mansa',
        cnpj: '78.441.096/0001-10',
        phone: '+55 (48) 3232-1010',
        city: 'Florianópolis',
        state: 'SC',
        industry: 'Other'
    },
    {
        key: 'estudio',
        name: 'Estúdio Ipê Design',
        cnpj: 'R8S3T1V5000133',
        phone: '(61) 3321-4455',
        city: 'Brasília',
        state: 'DF',
        industry: 'Technology'
    },
    {
        key: 'cooperativa',
        name: 'Cooperativa Vale do Café',
        cnpj: '03.821.567/0001-17',
        phone: '553532191500',
        city: 'Varginha',
        state: 'MG',
        industry: 'Other'
    },
    {
        key: 'farmacia',
        name: 'Farmácia São Judas',
        cnpj: '91.753.028/0002-36',
        phone: '0800 722 1234',
        city: 'São Paulo',
        state: 'SP',
        industry: 'Retail'
    },
    {
        key: 'sistemas',
        name: 'Araucária Sistemas Ltda',
        cnpj: 'B4.N6H.2Q7/0001-01',
        phone: '(41) 3555-0199',
        city: 'Curitiba',
        state: 'PR',
        industry: 'Technology'
    }
];
