export interface SeedContact {
    key: string;
    firstName: string;
    lastName: string;
    /** The key of a seed account, null for a person on their own. */
    account: string | null;
    cpf: string;
    phone: string | null;
    mobilePhone: string | null;
    email: string | null;
}

/** People, their numbers typed in as many ways as people type them: with and without +55, 0, carrier, ninth digit. */
export const seedContacts: SeedContact[] = [
    {
        key: 'maria',
        firstName: 'Maria',
        lastName: 'da Silva',
        account: 'padaria',
        cpf: '972.281.866-05',
        phone: '(11) 98765-4321',
        mobilePhone: null,
        email: 'maria.silva@estreladamanha.example'
    },
    {
        key: 'joao',
        firstName: 'João',
        lastName: 'Pereira',
        account: 'padaria',
        cpf: '201.164.104-77',
        phone: '(11) 2295-3040',
        mobilePhone: null,
        email: 'joao.pereira@casa.example'
    },
    {
        key: 'helena',
        firstName: 'Helena',
        lastName: 'Pereira',
        account: null,
        cpf: '575.004.079-80',
        phone: '11 2295-3040',
        mobilePhone: '11 97121-3344',
        email: 'helena.pereira@casa.example'
    },
    {
        key: 'marcos',
        firstName: 'Marcos',
        lastName: 'Andrade',
        account: 'construtora',
        cpf: '337.915.668-06',
        phone: '+55 21 2345-6789',
        mobilePhone: '(21) 98765-4321',
        email: 'marcos.andrade@horizonteazul.example'
    },
    {
        key: 'beatriz',
        firstName: 'Beatriz',
        lastName: 'Nogueira',
        account: 'construtora',
        cpf: '59660888457',
        phone: null,
        mobilePhone: '+55 21 99612-7788',
        email: 'beatriz.nogueira@horizonteazul.example'
    },
    {
        key: 'tereza',
        firstName: 'Tereza',
        lastName: 'Cardoso',
        account: 'clinica',
        cpf: '442.056.734-18',
        phone: '(31) 3333-2021',
        mobilePhone: '31 8899-1020',
        email: 'tereza.cardoso@bemviver.example'
    },
    {
        key: 'paulo',
        firstName: 'Paulo',
        lastName: 'Mendes',
        account: 'clinica',
        cpf: '067.884.237-09',
        phone: null,
        mobilePhone: '5531998764455',
        email: 'paulo.mendes@bemviver.example'
    },
    {
        key: 'sonia',
        firstName: 'Sônia',
        lastName: 'Ribeiro',
        account: 'mercado',
        cpf: '78260241617',
        phone: '011 5555 1235',
        mobilePhone: null,
        email: 'sonia.ribeiro@boavista.example'
    },
    {
        key: 'rafael',
        firstName: 'Rafael',
        lastName: 'Moreira',
        account: 'mercado',
        cpf: '835.244.856-00',
        phone: null,
        mobilePhone: '0 15 11 97654-0012',
        email: 'rafael.moreira@boavista.example'
    },
    {
        key: 'claudia',
        firstName: 'Cláudia',
        lastName: 'Teixeira',
        account: 'transportadora',
        cpf: '286.439.063-95',
        phone: null,
        mobilePhone: '(41) 99123-4567',
        email: 'claudia.teixeira@rotacerta.example'
    },
    {
        key: 'edson',
        firstName: 'Edson',
        lastName: 'Barbosa',
        account: 'transportadora',
        cpf: '071.310.506-28',
        phone: null,
        mobilePhone: '41 99222-3344',
        email: null
    },
    {
        key: 'lucia',
        firstName: 'Lúcia',
        lastName: 'Albuquerque',
        account: 'escola',
        cpf: '733.733.654-30',
        phone: '(81) 3465-1123',
        mobilePhone: '(81) 98811-2233',
        email: 'lucia.albuquerque@pequenosaber.example'
    },
    {
        key: 'severino',
        firstName: 'Severino',
        lastName: 'Gomes',
        account: null,
        cpf: '003.055.535-34',
        phone: null,
        mobilePhone: '81 8765-9012',
        email: null
    },
    {
        key: 'antonio',
        firstName: 'Antônio',
        lastName: 'Prado',
        account: 'fazenda',
        cpf: '792.856.999-01',
        phone: '(16) 3610-7789',
        mobilePhone: '16 99700-1122',
        email: 'antonio.prado@santaluzia.example'
    },
    {
        key: 'isabel',
        firstName: 'Isabel',
        lastName: 'Rocha',
        account: 'fazenda',
        cpf: '01681521504',
        phone: null,
        mobilePhone: '+5516997001133',
        email: 'isabel.rocha@santaluzia.example'
    },
    {
        key: 'gustavo',
        firstName: 'Gustavo',
        lastName: 'Schneider',
        account: 'livraria',
        cpf: '358.989.651-57',
        phone: '(51) 3221-9081',
        mobilePhone: '51.99334.5566',
        email: 'gustavo.schneider@paginaum.example'
    },
    {
        key: 'fernanda',
        firstName: 'Fernanda',
        lastName: 'Kunz',
        account: 'livraria',
        cpf: '303.480.143-25',
        phone: null,
        mobilePhone: '(51)99445-6677',
        email: 'fernanda.kunz@paginaum.example'
    },
    {
        key: 'jose',
        firstName: 'José',
        lastName: 'Tavares',
        account: 'oficina',
        cpf: '699.811.663-24',
        phone: '71 3344-5566',
        mobilePhone: '(71) 98877-1020',
        email: 'jose.tavares@irmaostavares.example'
    },
    {
        key: 'rita',
        firstName: 'Rita',
        lastName: 'Tavares',
        account: 'oficina',
        cpf: '940.468.922-00',
        phone: null,
        mobilePhone: '(71) 98877-1021',
        email: 'rita.tavares@irmaostavares.example'
    },
    {
        key: 'camila',
        firstName: 'Camila',
        lastName: 'Hoffmann',
        account: 'pousada',
        cpf: '942.782.459-04',
        phone: '(48) 3232-1011',
        mobilePhone: '+55 48 99101-2020',
        email: 'camila.hoffmann@maremansa.example'
    },
    {
        key: 'vinicius',
        firstName: 'Vinícius',
        lastName: 'Araújo',
        account: 'estudio',
        cpf: '37454356990',
        phone: null,
        mobilePhone: '(61) 98123-4321',
        email: 'vinicius.araujo@ipe.example'
    },
    {
        key: 'larissa',
        firstName: 'Larissa',
        lastName: 'Duarte',
        account: 'estudio',
        cpf: '964.304.369-00',
        phone: null,
        mobilePhone: '61 98123 4322',
        email: 'larissa.duarte@ipe.example'
    },
    {
        key: 'sebastiao',
        firstName: 'Sebastião',
        lastName: 'Vilela',
        account: 'cooperativa',
        cpf: '123.122.616-18',
        phone: '(35) 3219-1501',
        mobilePhone: '35 99801-4567',
        email: 'sebastiao.vilela@valedocafe.example'
    },
    {
        key: 'patricia',
        firstName: 'Patrícia',
        lastName: 'Lemos',
        account: 'farmacia',
        cpf: '138.375.210-95',
        phone: '(11) 2066-8090 ramal 214',
        mobilePhone: '(11) 96543-2109',
        email: 'patricia.lemos@saojudas.example'
    },
    {
        key: 'diego',
        firstName: 'Diego',
        lastName: 'Yamamoto',
        account: 'sistemas',
        cpf: '077.827.584-16',
        phone: null,
        mobilePhone: '(41) 98444-5566',
        email: 'diego.yamamoto@araucaria.example'
    },
    {
        key: 'priscila',
        firstName: 'Priscila',
        lastName: 'Fontes',
        account: 'sistemas',
        cpf: '009.372.066-10',
        phone: '(41) 3555-0198',
        mobilePhone: '041 98444-5577',
        email: 'priscila.fontes@araucaria.example'
    },
    {
        key: 'osvaldo',
        firstName: 'Osvaldo',
        lastName: 'Nunes',
        account: null,
        cpf: '264.366.061-73',
        phone: '(19) 3252-4040',
        mobilePhone: null,
        email: null
    },
    {
        key: 'yara',
        firstName: 'Yara',
        lastName: 'Potiguara',
        account: null,
        cpf: '915.816.268-27',
        phone: null,
        mobilePhone: '(92) 99151-8080',
        email: 'yara.potiguara@correio.example'
    }
];
