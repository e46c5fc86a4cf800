import { allCallsWritten } from '../support/databaseClient.ts';
import { type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';

let flow: Flow;
beforeEach(async () => {
    flow = await startFlow();
});
afterEach(() => flow.close());

const fromLog = { direction: 'inbound', number: '5511987654321', queue: 'suporte', recovered: true };
const at = (time: string) => `2026-11-23T${time}.000Z`;
const about = (type: string, time: string, facts: object) => ({ type, callId: 'pbx-7', at: at(time), facts });
const aboutLeg = (type: string, time: string, facts: object) => ({
    ...about(type, time, facts),
    legId: 'pbx-7-1001',
    agent: '1001'
});
const tasks = async (): Promise<(string | null)[]> =>
    (await flow.org.query<TaskRow>(TASKS)).map(({ Description }) => Description);

test('the Task of a call that was found in the log says so', async () => {
    await flow.telephony.tell(
        about('callArrived', '12:00:00', fromLog),
        aboutLeg('legOffered', '12:00:01', fromLog),
        aboutLeg('legAnswered', '12:00:05', fromLog),
        aboutLeg('legEnded', '12:01:10', fromLog),
        about('callEnded', '12:01:11', fromLog)
    );
    await allCallsWritten(flow.database);
    expect(await tasks()).toEqual([
        'Sem gravação até o fim da ligação.\n\nLigação recuperada do registro da central: não foi vista ao vivo.'
    ]);
});

test('the Task of a call of which only the end was found there does not', async () => {
    const { recovered: _recovered, ...live } = fromLog;
    await flow.telephony.tell(
        about('callArrived', '12:00:00', live),
        aboutLeg('legOffered', '12:00:01', live),
        aboutLeg('legAnswered', '12:00:05', live),
        aboutLeg('legEnded', '12:01:10', fromLog),
        about('callEnded', '12:01:11', fromLog)
    );
    await allCallsWritten(flow.database);
    expect(await tasks()).toEqual(['Sem gravação até o fim da ligação.']);
});
