import { createRecordingSources } from '../../../src/recordings/sources/recordingSources.ts';
import { anew, sourceError, told } from './sourceContract.ts';

const nothing = {
    deleteAtSource: true,
    maxBytes: 1_000,
    folder: null,
    s3: null,
    urlHosts: [],
    urlAuthorization: null
};
const everything = {
    ...nothing,
    folder: '/var/spool/asterisk/recording',
    s3: { bucket: 'acme', region: 'sa-east-1', endpoint: null, credentials: null, pathStyle: false, key: '{name}' }
};
const ari = { url: 'http://127.0.0.1:8088', username: 'bridge', password: 'secret', telephony: 'asterisk' };
const sample = { telephony: 'simulator', file: '/sample.wav' };

const namesOf = (sources: ReturnType<typeof createRecordingSources>) => sources.map(({ name }) => name);

test('what is nearest is asked first, and only what is configured', () => {
    expect(namesOf(createRecordingSources({ config: everything, ari, sample }))).toEqual([
        'url',
        'sample',
        'folder',
        's3',
        'ari'
    ]);
    expect(namesOf(createRecordingSources({ config: nothing, ari: null, sample: null }))).toEqual(['url']);
});

test('a URL without any host that is allowed is told why it is not asked', async () => {
    const [url] = createRecordingSources({ config: nothing, ari: null, sample: null });
    const recording = told({ url: 'https://media.vendor.com/1' });
    expect(url?.mayHave(recording)).toBe(true);
    await expect(url?.open(recording, anew())).rejects.toEqual(sourceError('forbidden'));
    await expect(url?.open(recording, anew())).rejects.toThrow(/RECORDING_URL_HOSTS/);
});

test('nothing is removed unless the configuration allows it', () => {
    const removing = (deleteAtSource: boolean) =>
        namesOf(
            createRecordingSources({ config: { ...everything, deleteAtSource }, ari, sample }).filter(
                ({ remove }) => remove !== undefined
            )
        );
    expect(removing(true)).toEqual(['folder', 's3', 'ari']);
    expect(removing(false)).toEqual([]);
});
