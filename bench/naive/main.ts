import express, { type Response } from 'express';
import jsforce from 'jsforce';
import { createNaiveCalls, type NaiveAnswer } from './naiveCalls.ts';
import { followNaively } from './naivePbx.ts';

/** The naive bridge as a process. It is what the bridge is measured beside, and nobody should use it. */
const { NAIVE_PORT = '0', NAIVE_AMI_PORT, ORG_URL = '', ORG_TOKEN = '' } = process.env;
const API_VERSION = '66.0';

const connection = new jsforce.Connection({ instanceUrl: ORG_URL, accessToken: ORG_TOKEN, version: API_VERSION });
const softphones = new Set<Response>();
let underWay = 0;

const calls = createNaiveCalls(connection, (callId, caseNumber) => {
    const view = JSON.stringify({ callId, case: { number: caseNumber } });
    for (const softphone of softphones) softphone.write(`event: call\ndata: ${view}\n\n`);
});

/** Whatever fails is printed and forgotten. */
function run(work: Promise<void>): void {
    underWay += 1;
    void work
        .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
        .finally(() => (underWay -= 1));
}

const app = express();
app.use(express.json());
app.post('/telephony/events', (request, response) => {
    const { type, callId, agent, facts } = request.body as { type: string; facts: { number: string } } & NaiveAnswer;
    if (type === 'legAnswered') run(calls.answered({ callId, agent, number: facts.number }));
    if (type === 'legEnded') run(calls.ended(callId));
    response.sendStatus(204);
});
app.get('/agent/events', (_request, response) => {
    response.set('Content-Type', 'text/event-stream').flushHeaders();
    softphones.add(response);
    response.on('close', () => softphones.delete(response));
});
app.get('/readyz', (_request, response) => void response.json({ underWay }));
app.listen(Number(NAIVE_PORT), '127.0.0.1');

if (NAIVE_AMI_PORT) {
    followNaively({
        port: Number(NAIVE_AMI_PORT),
        onAnswered: (answer) => run(calls.answered(answer)),
        onEnded: (callId) => run(calls.ended(callId))
    });
}
