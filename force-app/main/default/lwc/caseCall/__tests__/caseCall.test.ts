import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { caseCall, timelineEntry } from '../../../../../../test/jest-mocks/caseCalls';
import { type Mounted, find, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import type CallTimeline from 'c/callTimeline';
import CaseCall from 'c/caseCall';
import type RecordingPlayer from 'c/recordingPlayer';
import type { RecordingState } from 'c/recordingPlayer';
import type { CaseCall as Call } from 'bridge/contract';

const mountCall = (changes: Partial<Call> = {}, recording?: RecordingState): Promise<Mounted<CaseCall>> =>
    mount('c-case-call', CaseCall, { call: caseCall(changes), recording, timeZone: 'America/Sao_Paulo' });

const textIn = (element: HTMLElement, id: string) => find(element, `[data-id="${id}"]`).textContent;
const player = (element: HTMLElement) => find<Mounted<RecordingPlayer>>(element, 'c-recording-player');

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
        expect(['queue', 'hold-time', 'agents', 'notes'].filter((id) => has(element, `[data-id="${id}"]`))).toEqual([]);
        expect(has(element, 'c-recording-player')).toBe(false);
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
        const timeline = find<Mounted<CallTimeline>>(element, 'c-call-timeline');
        expect(timeline.entries).toEqual(caseCall().timeline);
        expect(toggle.parentElement?.nextElementSibling).toBe(timeline);

        toggle.click();
        await rendered();
        expect(has(element, 'c-call-timeline')).toBe(false);
    });

    it('asks for its recording', async () => {
        const element = await mountCall();
        const wanted = recordEvents(element, 'recordingwanted');
        player(element).dispatchEvent(new CustomEvent('ticketwanted'));

        expect(wanted).toEqual([{ protocol: '20261123000042' }]);
    });

    it('hands on how far its recording has come', async () => {
        const recording: RecordingState = { status: 'failed', reason: 'no-case' };
        const element = await mountCall({}, recording);

        expect(player(element)).toMatchObject({ protocol: '20261123000042', recording });
    });

    it('has no recording to hear while the call lasts', async () => {
        expect(has(await mountCall({ endedAt: null }), 'c-recording-player')).toBe(false);
    });
});
