import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { caseCall, timelineEntry } from '../../../../../../test/jest-mocks/caseCalls';
import {
    type Mounted,
    find,
    has,
    mount,
    recordEvents,
    rendered,
    textOf
} from '../../../../../../test/jest-mocks/mount';
import type CallTimeline from 'c/callTimeline';
import CaseCall, { type RecordingState } from 'c/caseCall';
import type CommandButton from 'c/commandButton';
import type { CaseCall as Call } from 'bridge/contract';

const URL = 'https://bridge.example.com/recordings/42?ticket=t';

const mountCall = (changes: Partial<Call> = {}, recording?: RecordingState): Promise<Mounted<CaseCall>> =>
    mount('c-case-call', CaseCall, { call: caseCall(changes), recording, timeZone: 'America/Sao_Paulo' });

const textIn = (element: HTMLElement, id: string) => find(element, `[data-id="${id}"]`).textContent;
const listen = (element: HTMLElement) => find<Mounted<CommandButton>>(element, '[data-id="listen"]');

describe('a call of a Case', () => {
    it('shows all that is known of it', async () => {
        const element = await mountCall({ heldMs: 65_000 });

        expect(find(element, 'h3').textContent).toBe('(11) 98765-4321');
        expect(find(element, 'time').textContent).toBe('23/11/2026, 09:00');
        expect(find(element, 'lightning-icon')).toMatchObject({ alternativeText: 'Recebida' });
        expect(textIn(element, 'protocol')).toBe('20261123000042');
        expect(find(element, 'c-copy-button')).toMatchObject({ value: '20261123000042' });
        expect(textIn(element, 'queue')).toBe('suporte');
        expect(textIn(element, 'duration')).toBe('02:05');
        expect(textIn(element, 'hold-time')).toBe('01:05');
        expect(textIn(element, 'agents')).toBe('Ana Souza');
    });

    it('leaves out what there was not', async () => {
        const element = await mountCall({ numberDisplay: null, queue: null, timeline: [], recorded: false });

        expect(find(element, 'h3').textContent).toBe('Número não identificado');
        expect(
            ['queue', 'hold-time', 'agents', 'notes', 'listen'].filter((id) => has(element, `[data-id="${id}"]`))
        ).toEqual([]);
    });

    it.each<[string, Partial<Call>]>([
        ['Em andamento', { endedAt: null }],
        ['Não atendida', { answeredAt: null }]
    ])('says %s instead of a duration', async (words, changes) => {
        expect(textIn(await mountCall(changes), 'duration')).toBe(words);
    });

    it('names each agent who answered once, by the extension where there is no name', async () => {
        const bruno = { extension: '1002', name: null };
        const element = await mountCall({
            timeline: [
                timelineEntry({ what: 'offered', agent: { extension: '1003', name: 'Carla Dias' } }),
                timelineEntry(),
                timelineEntry({ agent: bruno }),
                timelineEntry()
            ]
        });

        expect(textIn(element, 'agents')).toBe('Ana Souza, 1002');
    });

    it('shows what the agents wrote down', async () => {
        const element = await mountCall({
            notes: [{ agent: 'Ana Souza', reason: 'Segunda via', text: 'Ligar\nna sexta' }]
        });

        expect(textIn(element, 'notes')).toContain('Segunda via');
        expect(find(element, '.text').textContent).toBe('Ligar\nna sexta');
    });

    it('opens and closes its timeline', async () => {
        const element = await mountCall();
        const toggle = find(element, '[data-id="timeline-toggle"]');
        expect([toggle.getAttribute('aria-expanded'), has(element, 'c-call-timeline')]).toEqual(['false', false]);

        toggle.click();
        await rendered();
        expect(toggle.getAttribute('aria-expanded')).toBe('true');
        expect(find<Mounted<CallTimeline>>(element, 'c-call-timeline').entries).toEqual(caseCall().timeline);

        toggle.click();
        await rendered();
        expect(has(element, 'c-call-timeline')).toBe(false);
    });

    it('asks for its recording', async () => {
        const element = await mountCall();
        const wanted = recordEvents(element, 'recordingwanted');
        listen(element).dispatchEvent(new CustomEvent('press'));

        expect(wanted).toEqual([{ protocol: '20261123000042' }]);
    });

    it('has no recording to hear while the call lasts', async () => {
        expect(has(await mountCall({ endedAt: null }), '[data-id="listen"]')).toBe(false);
    });

    it('says that the recording is being opened', async () => {
        const element = await mountCall({}, { status: 'opening' });

        expect(listen(element)).toMatchObject({ label: 'Abrindo a gravação…', unavailable: true });
    });

    it('plays the recording where the button was, with the focus on the player', async () => {
        const element = await mountCall({}, { status: 'opening' });
        element.recording = { status: 'open', url: URL };
        await rendered();
        const audio = find<HTMLAudioElement>(element, 'audio');

        expect(audio.src).toBe(URL);
        expect(audio.getAttribute('aria-label')).toBe('Gravação da chamada 20261123000042');
        expect(element.shadowRoot?.activeElement).toBe(audio);
    });

    it('tells when the browser cannot play it', async () => {
        const element = await mountCall({}, { status: 'open', url: URL });
        const broken = recordEvents(element, 'recordingbroken');
        find(element, 'audio').dispatchEvent(new CustomEvent('error'));

        expect(broken).toEqual([{ protocol: '20261123000042' }]);
    });

    it.each([
        ['absent', 'Abra o softphone na barra de utilitários para ouvir a gravação.'],
        ['forbidden', 'Você não tem acesso a esta gravação.'],
        ['unreachable', 'Não foi possível abrir a gravação. Tente de novo em instantes.']
    ])('says why it does not play, and lets the agent try again: %s', async (reason, message) => {
        const element = await mountCall({}, { status: 'failed', reason });

        expect(find(element, '[role="alert"]').textContent).toBe(message);
        expect(listen(element).unavailable).toBe(false);
    });

    it('says nothing of the kind while all is well', async () => {
        expect(find(await mountCall(), '[role="alert"]').textContent).toBe('');
        expect(textOf(await mountCall())).not.toContain('Não foi possível');
    });
});
