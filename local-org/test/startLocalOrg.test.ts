import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { holdRequests } from '../src/http/holdRequests.ts';
import { startTestOrg } from './startTestOrg.ts';

describe('the start of a local org', () => {
    it('holds the requests that come before it is ready', async () => {
        const server = createServer();
        const answerWith = holdRequests(server);
        await once(server.listen(0, '127.0.0.1'), 'listening');
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        const arrived = once(server, 'request');
        const early = fetch(url, { method: 'POST', body: 'early' });
        await arrived;
        answerWith((request, response) => void request.pipe(response));
        expect(await (await early).text()).toBe('early');
        expect(await (await fetch(url, { method: 'POST', body: 'late' })).text()).toBe('late');
        server.close();
    });

    it('says which variable moves it from a port that is taken', async () => {
        const org = await startTestOrg();
        const port = Number(new URL(org.url).port);
        await expect(startTestOrg({ port })).rejects.toThrow(
            `Port ${port} of 127.0.0.1 is taken. Stop what listens there (another local org?), or set ORG_PORT to another port.`
        );
        await org.close();
    });
});
