import type { Words } from './words.ts';

export const portuguese: Words = {
    language: 'pt-BR',
    product: 'Gravações',
    protocol: 'Protocolo',
    reasons: {
        'protocol-unknown': {
            title: 'Protocolo não encontrado',
            text: 'Não existe atendimento com este protocolo. Confira o endereço.'
        },
        'not-recorded': {
            title: 'Sem gravação',
            text: 'Este atendimento não foi gravado.'
        },
        'recording-not-ready': {
            title: 'A gravação está chegando',
            text: 'Ela ainda está sendo copiada da telefonia. Isso costuma levar poucos segundos.'
        },
        'recording-lost': {
            title: 'A gravação não pôde ser obtida',
            text: 'A telefonia não entregou a gravação deste atendimento. Avise o administrador, que pode procurá-la.'
        },
        'recording-deleted': { title: 'Gravação apagada', text: 'Esta gravação foi apagada.' },
        'no-case': {
            title: 'Atendimento sem caso',
            text: 'Este atendimento não tem um caso no Salesforce. Sem ele, não se sabe quem pode ouvir a gravação.'
        },
        'case-not-readable': {
            title: 'Você não tem acesso a esta gravação',
            text: 'Pode ouvi-la quem vê o caso do atendimento no Salesforce, e o seu usuário não vê. Se precisa dela, peça acesso ao caso.'
        },
        'attempt-unknown': {
            title: 'Não foi possível entrar',
            text: 'Esta entrada demorou demais, já foi usada ou começou em outro navegador. Abra de novo o link da gravação.'
        },
        denied: {
            title: 'Você não entrou',
            text: 'O acesso foi negado na página do Salesforce. Sem ele, não se sabe quem você é.'
        },
        'not-permitted': {
            title: 'Seu usuário não pode entrar aqui',
            text: 'O Salesforce não deixa o seu usuário usar o aplicativo das gravações. Peça ao administrador que o libere.'
        },
        'code-refused': {
            title: 'Não foi possível entrar',
            text: 'O Salesforce não aceitou esta entrada. Tente de novo.'
        },
        'foreign-org': {
            title: 'Esta é outra organização',
            text: 'Você entrou com um usuário de outra organização do Salesforce. Entre com o desta.'
        },
        'user-unknown': {
            title: 'Usuário desconhecido',
            text: 'O servidor de telefonia não vê o seu usuário no Salesforce, ou ele não está ativo. Avise o administrador.'
        },
        'sign-in-off': {
            title: 'Ouça pelo console',
            text: 'Este endereço ainda não sabe quem você é. Abra o caso do atendimento no console do Salesforce: a gravação toca em “Chamadas deste caso”.'
        },
        'api-off': {
            title: 'Seu usuário não pode usar a API',
            text: 'Para saber se você vê o caso, o Salesforce é consultado em seu nome. Peça ao administrador a permissão “API ativada”.'
        },
        'token-refused': {
            title: 'O Salesforce recusou a sua sessão',
            text: 'A sessão que acabou de ser aberta não foi aceita. Avise o administrador: as políticas de sessão do aplicativo podem impedi-la.'
        },
        'salesforce-away': {
            title: 'O Salesforce não responde',
            text: 'Sem ele não se sabe se você pode ouvir esta gravação. Tente de novo em instantes.'
        },
        'bridge-away': {
            title: 'Agora não é possível',
            text: 'Uma parte do servidor de telefonia não responde. Tente de novo em instantes.'
        },
        failed: {
            title: 'Algo deu errado',
            text: 'O servidor de telefonia falhou; o registro dele diz por quê. Avise o administrador.'
        }
    },
    deletedByRetention: (day, days) =>
        `Esta gravação foi apagada em ${day} porque passou o prazo de guarda de ${days} dias.`,
    erased: (day, reason) =>
        reason === null
            ? `Esta gravação foi apagada em ${day}.`
            : `Esta gravação foi apagada em ${day}. Motivo: ${reason}`,
    signedInAs: (name) => `Você entrou como ${name}.`,
    tryAgain: 'Tentar de novo',
    signIn: 'Entrar',
    signInAsOther: 'Entrar com outro usuário',
    severalTitle: 'Gravações do atendimento',
    severalText: 'Este atendimento tem mais de uma gravação.',
    part: (number) => `Gravação ${number}`,
    duration: (text) => `Duração: ${text}`,
    save: 'Baixar',
    notPlayable: 'Navegadores não tocam este formato. Baixe a gravação para ouvi-la em outro programa.'
};
