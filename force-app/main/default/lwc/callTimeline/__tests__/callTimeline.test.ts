import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { timelineEntry } from '../../../../../../test/jest-mocks/caseCalls';
import { findAll, mount } from '../../../../../../test/jest-mocks/mount';
import type { TimelineEntry } from 'bridge/contract';
import CallTimeline from 'c/callTimeline';

async function linesOf(...entries: TimelineEntry[]): Promise<string[]> {
    const element = await mount('c-call-timeline', CallTimeline, { entries, timeZone: 'America/Sao_Paulo' });
    return findAll(element, 'li').map((step) =>
        [...step.querySelectorAll('p, time')].map(({ textContent }) => textContent?.trim()).join(' | ')
    );
}

describe('the timeline of a call', () => {
    it('tells what happened in the order in which it happened, with the time where the agent is', async () => {
        expect(
            await linesOf(
                timelineEntry({ at: '2026-11-23T12:00:00.000Z', what: 'arrived', agent: null, detail: 'suporte' }),
                timelineEntry({ at: '2026-11-23T12:00:10.000Z' }),
                timelineEntry({ at: '2026-11-23T12:02:15.000Z', what: 'ended', agent: null })
            )
        ).toEqual([
            '09:00:00 | Chamada recebida | suporte',
            '09:00:10 | Ana Souza atendeu',
            '09:02:15 | Fim da chamada'
        ]);
    });

    it.each<[TimelineEntry['what'], string]>([
        ['dialled', 'Ana Souza ligou para o cliente'],
        ['offered', 'Tocou para Ana Souza'],
        ['refused', 'Ana Souza recusou'],
        ['missed', 'Ana Souza não atendeu'],
        ['held', 'Ana Souza pôs o cliente em espera'],
        ['resumed', 'Ana Souza voltou ao cliente'],
        ['consulted', 'Ana Souza consultou alguém'],
        ['conference', 'Ana Souza iniciou uma conferência'],
        ['transferred', 'Ana Souza transferiu a chamada'],
        ['left', 'Ana Souza saiu da chamada'],
        ['abandoned', 'O cliente desistiu']
    ])('has words for %s', async (what, words) => {
        expect(await linesOf(timelineEntry({ what }))).toEqual([`09:00:10 | ${words}`]);
    });

    it.each<[TimelineEntry['what'], string]>([
        ['transferred', 'Ana Souza transferiu para Bruno Lima'],
        ['consulted', 'Ana Souza consultou Bruno Lima'],
        ['conference', 'Ana Souza iniciou uma conferência | Bruno Lima']
    ])('says with whom: %s', async (what, words) => {
        expect(await linesOf(timelineEntry({ what, detail: 'Bruno Lima' }))).toEqual([`09:00:10 | ${words}`]);
    });

    it('says of a call that an agent made that the customer answered', async () => {
        expect(await linesOf(timelineEntry({ what: 'dialled' }), timelineEntry())).toEqual([
            '09:00:10 | Ana Souza ligou para o cliente',
            '09:00:10 | O cliente atendeu'
        ]);
    });

    it('calls an agent without a name by the extension, and one of whom nothing is known somebody', async () => {
        expect(
            await linesOf(timelineEntry({ agent: { extension: '1009', name: null } }), timelineEntry({ agent: null }))
        ).toEqual(['09:00:10 | 1009 atendeu', '09:00:10 | Alguém atendeu']);
    });
});
