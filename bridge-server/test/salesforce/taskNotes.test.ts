import { createTaskNotes } from '../../src/salesforce/taskNotes.ts';
import { connectTo } from '../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(() => org.close());

const LINK = 'Gravação: https://bridge.example.com/recordings/1';
const noted = (text: string, reason: string | null = null) => ({
    Description: text ? `${LINK}\n\n${text}` : LINK,
    CallDisposition: reason
});
const newNotes = () => createTaskNotes(connectTo(org), 'CallDisposition', (send) => void setTimeout(send, 5));
const newTask = (fields = noted('')) => org.create('Task', { Subject: 'Protocolo 1', Status: 'Completed', ...fields });
const taskOf = async (id: string) =>
    (await org.query<{ Description: string }>(`SELECT Description, CallDisposition FROM Task WHERE Id = '${id}'`))[0];

test('brings the note into the Task below the link, and the reason into its field', async () => {
    const taskId = await newTask();
    await newNotes()({ taskId, before: noted(''), after: noted('Pediu segunda via', 'Dúvida') });
    expect(await taskOf(taskId)).toMatchObject(noted('Pediu segunda via', 'Dúvida'));
});

test('changes what we wrote before, and takes it away again', async () => {
    const before = noted('Pediu segunda via', 'Dúvida');
    const taskId = await newTask(before);
    await newNotes()({ taskId, before, after: noted('Recebeu segunda via', 'Solicitação') });
    expect(await taskOf(taskId)).toMatchObject(noted('Recebeu segunda via', 'Solicitação'));
    await newNotes()({ taskId, before: noted('Recebeu segunda via', 'Solicitação'), after: noted('') });
    expect(await taskOf(taskId)).toMatchObject({ Description: LINK, CallDisposition: null });
});

test('adds to what somebody else wrote meanwhile, once', async () => {
    const before = noted('Pediu segunda via', 'Dúvida');
    const taskId = await newTask({
        Description: `${before.Description}\n\nConferido por Adélia`,
        CallDisposition: 'Elogio'
    });
    const change = { taskId, before, after: noted('Pediu segunda via\nVai ligar amanhã', 'Reclamação') };
    const expected = `${before.Description}\n\nConferido por Adélia\n\nVai ligar amanhã`;
    await newNotes()(change);
    expect(await taskOf(taskId)).toMatchObject({ Description: expected, CallDisposition: 'Elogio' });
    await newNotes()(change);
    expect((await taskOf(taskId))?.Description).toBe(expected);
});

test('adds what others mention in passing', async () => {
    const taskId = await newTask({ Description: `${LINK}\n\nSimone ligou`, CallDisposition: null });
    await newNotes()({ taskId, before: noted(''), after: noted('Sim') });
    expect((await taskOf(taskId))?.Description).toBe(`${LINK}\n\nSimone ligou\n\nSim`);
});

test('goes on from a note of ours that was written without our hearing of it', async () => {
    const taskId = await newTask(noted('Pediu segunda via'));
    await newNotes()({ taskId, before: noted(''), after: noted('Pediu segunda via\nVai ligar amanhã') });
    expect((await taskOf(taskId))?.Description).toBe(noted('Pediu segunda via\nVai ligar amanhã').Description);
});

test('what somebody took out stays out', async () => {
    const taskId = await newTask();
    const after = noted('Pediu segunda via\nVai ligar amanhã');
    await newNotes()({ taskId, before: noted('Pediu segunda via'), after });
    expect((await taskOf(taskId))?.Description).toBe(`${LINK}\n\nVai ligar amanhã`);
});

test('a Task that somebody deleted stays deleted', async () => {
    const taskId = await newTask();
    await org.remove('Task', taskId);
    await expect(newNotes()({ taskId, before: noted(''), after: noted('Tarde demais') })).resolves.toBeUndefined();
});

test('many of one moment cost two requests', async () => {
    const tasks = await Promise.all(Array.from({ length: 20 }, () => newTask()));
    const write = newNotes();
    await write({ taskId: tasks[0]!, before: noted(''), after: noted('warm up') });
    await fetch(`${org.url}/_org/calls`, { method: 'DELETE' });
    await Promise.all(
        tasks.slice(1).map((taskId, at) => write({ taskId, before: noted(''), after: noted(`Nota ${at}`) }))
    );
    expect(((await (await fetch(`${org.url}/_org/calls`)).json()) as { total: number }).total).toBe(2);
    expect((await taskOf(tasks[19]!))?.Description).toBe(`${LINK}\n\nNota 18`);
});
