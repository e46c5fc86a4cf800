import { RecordingRefused, type RefusalFacts } from '../../calls/recordingRefused.ts';
import type { RecordingProblem } from '../../contract/recordings.ts';
import { RequestRefused } from '../../contract/requestRefused.ts';

const DETAILS: Readonly<Record<RecordingProblem, string>> = {
    'protocol-unknown': 'Não existe atendimento com este protocolo.',
    'not-recorded': 'Este atendimento não tem gravação.',
    'recording-not-ready': 'A gravação está sendo copiada. Tente de novo em instantes.',
    'recording-lost': 'A gravação não pôde ser obtida da telefonia.',
    'recording-deleted': 'A gravação foi apagada.',
    'no-case': 'Este atendimento não tem caso no Salesforce, por isso não se sabe quem pode ouvir a gravação.',
    'case-not-readable': 'Você não tem acesso ao caso deste atendimento no Salesforce.',
    'ticket-refused': 'O endereço da gravação não vale mais. Abra a gravação de novo pelo softphone ou pela tarefa.'
};

export const recordingRefused = (problem: RecordingProblem, facts: Partial<RefusalFacts> & { protocol: string }) =>
    new RecordingRefused(problem, DETAILS[problem], { who: null, deletion: null, ...facts });

export const sessionEnded = (): RequestRefused =>
    new RequestRefused(401, 'Sua sessão terminou. Entre novamente.', { name: 'session-ended' });

/** Signing in again would change nothing. */
export const tokenRefused = (): RequestRefused =>
    new RequestRefused(403, 'O Salesforce não aceita a sessão que acabou de dar. Avise o administrador.', {
        name: 'token-refused'
    });

export const apiOff = (): RequestRefused =>
    new RequestRefused(403, 'Seu usuário do Salesforce não pode usar a API. Avise o administrador.', {
        name: 'api-off'
    });
