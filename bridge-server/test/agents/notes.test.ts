import { createNotes } from '../../src/agents/notes.ts';
import type { Call } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { CALL_ID, event, inbound, legEvent, play, second } from '../calls/story.ts';

const ana: Agent = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
const bruno: Agent = { ...ana, extension: '1002' };
const written = { reason: 'Dúvida', text: 'Pediu a segunda via' };
const note = { legId: 'test:1001', ...written };

const offered = legEvent('legOffered', 1, '1001');
const answered = legEvent('legAnswered', 5, '1001');
const talking = play(event('callArrived', 0, inbound), offered, answered);

function setUp(call: Call) {
    const stored: unknown[] = [];
    const saveNote = createNotes({
        callById: (id) => Promise.resolve(id === call.id ? call : null),
        store: (...what) => Promise.resolve(void stored.push(what)),
        contactReasons: ['Dúvida', 'Outros'],
        now: () => new Date(second(60))
    });
    return { saveNote, stored };
}

test('is kept with the part that the agent had in the call, and when', async () => {
    const { saveNote, stored } = setUp(talking);
    await saveNote(ana, CALL_ID, note);
    expect(stored).toEqual([[CALL_ID, 'test:1001', { ...written, at: second(60) }]]);
});

test('is taken away when nothing is left of it', async () => {
    const { saveNote, stored } = setUp(talking);
    await saveNote(ana, CALL_ID, { ...note, reason: null, text: ' \n' });
    expect(stored).toEqual([[CALL_ID, 'test:1001', null]]);
});

test.each([
    ['of a call that is not there', talking, ana, 'test:9', note, 404],
    ["of a colleague's call", talking, bruno, CALL_ID, note, 403],
    ["of a part that is nobody's", talking, ana, CALL_ID, { ...note, legId: 'test:9' }, 403],
    ['of a call that only rang', play(offered), ana, CALL_ID, note, 409],
    ['with a reason of nobody', talking, ana, CALL_ID, { ...note, reason: 'Fofoca' }, 400]
])('is refused %s', async (_what, call, agent, callId, request, status) => {
    const { saveNote, stored } = setUp(call);
    await expect(saveNote(agent, callId, request)).rejects.toMatchObject({ status });
    expect(stored).toEqual([]);
});

test('a reason that is no longer on the list may stay', async () => {
    const former = { reason: 'Elogio', text: '', at: second(9) };
    const { saveNote, stored } = setUp({ ...talking, legs: talking.legs.map((leg) => ({ ...leg, note: former })) });
    await saveNote(ana, CALL_ID, { ...note, reason: 'Elogio' });
    expect(stored).toHaveLength(1);
});

test('is about the part that was served, though the call comes back to the agent and rings out', async () => {
    const again = { legId: 'test:1001-again' };
    const back = [legEvent('legTransferred', 9, '1001', { to: 'suporte' }), legEvent('legOffered', 10, '1001', again)];
    const rangOut = legEvent('legEnded', 30, '1001', { ...again, reason: 'noAnswer' });
    const { saveNote, stored } = setUp(play(event('callArrived', 0, inbound), offered, answered, ...back, rangOut));
    await saveNote(ana, CALL_ID, note);
    expect(stored).toMatchObject([[CALL_ID, 'test:1001', written]]);
});
