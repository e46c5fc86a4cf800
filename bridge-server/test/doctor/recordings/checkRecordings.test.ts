import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingsConfig } from '../../../src/recordingsConfig.ts';
import { checkRecordings } from '../../../tools/doctor/checks/recordings/checkRecordings.ts';

let recordings: RecordingsConfig;
beforeEach(async () => {
    recordings = {
        storeDir: await mkdtemp(join(tmpdir(), 'doctor-store-')),
        retentionDays: 90,
        deleteAtSource: false,
        maxBytes: 1024,
        folder: null,
        s3: null,
        urlHosts: [],
        urlAuthorization: null
    };
});

const signIn = { clientId: 'people', clientSecret: null };

async function levels(changes: Partial<RecordingsConfig> = {}, browserSignIn: typeof signIn | null = signIn) {
    const findings = await checkRecordings({ recordings: { ...recordings, ...changes }, browserSignIn, ari: null }, 0);
    return Object.fromEntries(findings.map(({ check, level }) => [check, level]));
}

test('no source at all is told', async () => {
    expect(await levels()).toMatchObject({ sources: 'warn', retention: 'ok', link: 'ok' });
    expect(await levels({ folder: recordings.storeDir })).not.toHaveProperty('sources');
    expect(await levels({ urlHosts: ['10.0.0.5:8443'] })).not.toHaveProperty('sources');
});

test('less time than the law asks for', async () => {
    expect(await levels({ retentionDays: 89 })).toMatchObject({ retention: 'warn' });
});

test('no app by which people sign in', async () => {
    expect(await levels({}, null)).toMatchObject({ link: 'warn' });
});
