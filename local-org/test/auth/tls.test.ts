import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

/** A certificate for 127.0.0.1 of its own signing, made as the README says. */
function makeCertificate() {
    const folder = mkdtempSync(join(tmpdir(), 'org-tls-'));
    const [keyFile, certFile] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
    const request = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
    execFileSync('openssl', [...request.split(' '), '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
    const pems = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    rmSync(folder, { recursive: true });
    return pems;
}

describe('an org with a certificate', () => {
    const tls = makeCertificate();
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ tls });
    });
    afterAll(() => org.close());

    const read = (path: string) =>
        new Promise<string>((resolve, reject) => {
            get(`${org.url}${path}`, { ca: tls.cert, agent: false }, async (response) => {
                resolve(Buffer.concat(await response.toArray()).toString());
            }).on('error', reject);
        });

    it('speaks HTTPS, which the Salesforce CLI asks of an sfdx-url', async () => {
        expect(org.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
        expect(JSON.parse(await read('/.well-known/openid-configuration'))).toMatchObject({ issuer: org.url });
    });
});
