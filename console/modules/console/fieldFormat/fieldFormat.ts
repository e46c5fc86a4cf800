const LOCALE = 'pt-BR';

const dateTimeFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'short' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeZone: 'UTC' });

/** An instant of the org, such as `2026-11-23T12:00:00.000+0000`, in the reader's time zone. */
export const formatDateTime = (instant: string): string =>
    dateTimeFormat.format(new Date(instant.replace(/\+0000$/, 'Z')));

/** A day, `YYYY-MM-DD`, which belongs to no time zone. */
export const formatDate = (day: string): string => dateFormat.format(new Date(`${day}T00:00:00Z`));

const PICKLIST_LABELS: Record<string, string> = {
    New: 'Novo',
    Working: 'Em andamento',
    'In Progress': 'Em andamento',
    Escalated: 'Encaminhado',
    'On Hold': 'Em espera',
    Closed: 'Fechado',
    Completed: 'Concluída',
    'Not Started': 'Não iniciada',
    High: 'Alta',
    Medium: 'Média',
    Normal: 'Normal',
    Low: 'Baixa',
    Phone: 'Telefone',
    Email: 'E-mail',
    Web: 'Web',
    Inbound: 'Entrada',
    Outbound: 'Saída',
    Internal: 'Interna'
};

/** The label that an org in Portuguese gives to a standard picklist value; other values are their own label. */
export const formatPicklist = (value: string): string => PICKLIST_LABELS[value] ?? value;
