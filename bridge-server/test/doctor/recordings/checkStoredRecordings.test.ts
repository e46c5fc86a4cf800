import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkStoredRecordings } from '../../../tools/doctor/checks/recordings/checkStoredRecordings.ts';

const CREDENTIALS = `Basic ${Buffer.from('bridge:right').toString('base64')}`;
const LIST = 'GET /ari/recordings/stored';
const FILE = 'GET /ari/recordings/stored/2026%2Fcall-2/file';
const DELETE = 'DELETE /ari/recordings/stored/softphone-doctor-none';

let server: Server;
let answers: Readonly<Record<string, number>>;
let asked: string[];
beforeEach(async () => {
    answers = { [LIST]: 200, [FILE]: 200 };
    asked = [];
    server = createServer((request, response) => {
        const what = `${request.method} ${request.url}`;
        asked.push(what);
        const status = request.headers.authorization === CREDENTIALS ? (answers[what] ?? 404) : 401;
        const isFile = what === FILE;
        response.writeHead(status, { 'content-type': isFile ? 'audio/wav' : 'application/json' });
        response.end(
            isFile
                ? 'RIFF'
                : JSON.stringify([
                      { name: 'call-1', format: 'wav' },
                      { name: '2026/call-2', format: 'wav' }
                  ])
        );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
});
afterEach(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const check = ({ deletes = false, password = 'right' } = {}) =>
    checkStoredRecordings({ url: url(), username: 'bridge', password }, { deletes, deadlineMs: 1_000 });

test('recordings are listed, and the last one is given', async () => {
    expect(await check()).toEqual([{ check: 'PBX recordings', level: 'ok', saw: '2 are listed, and given' }]);
    expect(asked).toEqual([LIST, FILE]);
});

test('whether they may be deleted is tried on one that does not exist, and only where they shall be', async () => {
    expect(await check({ deletes: true })).toMatchObject([{ level: 'ok' }]);
    expect(asked).toContain(DELETE);
    answers = { ...answers, [DELETE]: 403 };
    expect(await check({ deletes: true })).toEqual([
        expect.objectContaining({ level: 'fail', todo: expect.stringContaining('read_only = no') })
    ]);
});

test('a user who is not let in', async () => {
    const [finding] = await check({ password: 'wrong' });
    expect(finding).toMatchObject({ level: 'fail', saw: expect.stringContaining('(401)') });
    expect(JSON.stringify(finding)).not.toContain('wrong');
});

test.each([
    [LIST, 404, 'warn', 'res_ari_recordings.so'],
    [LIST, 500, 'warn', 'comes with the first recording'],
    [FILE, 403, 'fail', 'log']
])('%s answers %d', async (what, status, level, todo) => {
    answers = { ...answers, [what]: status };
    expect(await check()).toEqual([expect.objectContaining({ level, todo: expect.stringContaining(todo) })]);
});

test('a recording that went meanwhile is no failure', async () => {
    answers = { ...answers, [FILE]: 404 };
    expect(await check()).toEqual([expect.objectContaining({ level: 'ok', saw: '2 are listed' })]);
});
