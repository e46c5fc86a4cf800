import type { CallEvent } from '../../src/contract/callEvent.ts';
import { DEFAULT_MAPPING, type Mapping, mappingSchema } from '../../src/mapping/mapping.ts';
import { noteFields, unansweredTaskFields } from '../../src/salesforce/caseAndTask.ts';
import { event, legEvent, play } from '../calls/story.ts';

const URL = 'https://bridge.acme.com.br/recordings/20261123000001';
const started = event('recordingStarted', 5);
const paused = event('recordingPaused', 6);
const resumed = event('recordingResumed', 8);
const ready = event('recordingReady', 60, { name: 'audio', format: 'wav' });
const fromLog = event('callEnded', 61, { facts: { recovered: true } });

const NOT_RECORDED = 'Sem gravação até o fim da ligação.';
const LINK = `Gravação: ${URL}`;
const ELSEWHERE = 'Gravada pela telefonia; o bridge não tem acesso ao áudio.';
const PAUSED = 'Trechos da ligação não foram gravados: a gravação foi pausada.';
const UNANSWERED = 'Sem gravação: a ligação não foi atendida.';
const RECOVERED = 'Ligação recuperada do registro da central: não foi vista ao vivo.';

const surroundings = (recordingUrl: string | null) => ({
    recordTypeId: null,
    lengthOf: () => 0,
    ownerId: null,
    recordingUrl,
    day: '2026-11-23'
});

/** The Comments of the agent's Task, had the telephony side told this of the recording. */
function comments(events: readonly CallEvent[], { url = URL as string | null, mapping = DEFAULT_MAPPING } = {}) {
    const call = play(legEvent('legAnswered', 1, '1001'), ...events, event('callEnded', 59));
    const [leg] = call.legs;
    return leg && noteFields(call, leg, { reason: null, text: 'Ligar amanhã' }, mapping, surroundings(url)).Description;
}

const withComments = (texts: object): Mapping => mappingSchema.parse({ task: { comments: texts } });

test.each([
    ['never recorded: it says so', [], `${NOT_RECORDED}\n\nLigar amanhã`],
    ['recorded: the link, and nothing else', [started], `${LINK}\n\nLigar amanhã`],
    ['only heard of once it was ready: the link', [ready], `${LINK}\n\nLigar amanhã`],
    [
        'paused for a while: the link, and that parts are missing',
        [started, paused, resumed],
        `${LINK}\n${PAUSED}\n\nLigar amanhã`
    ],
    ['paused from the first moment to the end', [started, paused], `${LINK}\n${PAUSED}\n\nLigar amanhã`],
    ['paused before anybody told that it is recorded', [paused, started], `${LINK}\n${PAUSED}\n\nLigar amanhã`],
    ['paused, which was told once it was ready', [started, ready, paused], `${LINK}\n${PAUSED}\n\nLigar amanhã`],
    ['paused, although it was never recorded', [paused, resumed], `${NOT_RECORDED}\n\nLigar amanhã`]
])('%s', (_behaviour, events, text) => {
    expect(comments(events)).toBe(text);
});

test('a recording that the bridge cannot get has no link, which would be dead', () => {
    expect(comments([started], { url: null })).toBe(`${ELSEWHERE}\n\nLigar amanhã`);
    expect(comments([started, paused], { url: null })).toBe(`${ELSEWHERE}\n${PAUSED}\n\nLigar amanhã`);
});

test('each line has the words of the contact centre, or is left out', () => {
    const own = withComments({ elsewhere: 'Peça a gravação de {protocol} à operadora', paused: 'Incompleta' });
    expect(
        comments([event('recordingStarted', 5, { facts: { protocol: 'P-1' } }), paused], { url: null, mapping: own })
    ).toBe('Peça a gravação de P-1 à operadora\nIncompleta\n\nLigar amanhã');
    const none = withComments({ elsewhere: null, paused: null, unanswered: null });
    expect(comments([started, paused], { mapping: none })).toBe(`${LINK}\n\nLigar amanhã`);
    expect(comments([started, paused], { url: null, mapping: none })).toBe('Ligar amanhã');
});

describe('the Task of a call that nobody answered', () => {
    const unanswered = (events: readonly CallEvent[], mapping = DEFAULT_MAPPING) =>
        unansweredTaskFields(play(event('callArrived', 0), ...events), 'missed', mapping, surroundings(null))
            .Description;

    test('says that there is no recording', () => {
        expect(unanswered([event('callEnded', 9)])).toBe(UNANSWERED);
    });

    test('says so also when the telephony side had begun to record', () => {
        expect(unanswered([started, paused, ready, event('callEnded', 9)])).toBe(UNANSWERED);
    });

    test('says below it that nobody saw the call live', () => {
        const missed = play({ ...fromLog, type: 'callArrived' } as CallEvent, fromLog);
        const text = unansweredTaskFields(missed, 'missed', DEFAULT_MAPPING, surroundings(null)).Description;
        expect(text).toBe(`${UNANSWERED}\n\n${RECOVERED}`);
    });

    test('has no comments when the contact centre wants none', () => {
        expect(unanswered([event('callEnded', 9)], withComments({ unanswered: null }))).toBeUndefined();
    });
});
