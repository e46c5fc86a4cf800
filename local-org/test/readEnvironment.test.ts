import { readEnvironment } from '../src/readEnvironment.ts';

describe('the environment', () => {
    it('gives port 8611, the bridge’s client id and no data folder unless it says otherwise', () => {
        expect(readEnvironment({ ORG_JWT_PUBLIC_KEY_FILE: import.meta.filename })).toEqual({
            port: 8611,
            clientId: 'softphone-bridge',
            publicKeyPem: expect.stringContaining('describe')
        });
    });

    it('is refused with a line for each variable that will not do', () => {
        const read = () => readEnvironment({ ORG_PORT: 'high', ORG_JWT_PUBLIC_KEY_FILE: '/nowhere.pem' });
        expect(read).toThrow(/^ORG_PORT is "high"; .*\nORG_JWT_PUBLIC_KEY_FILE is "\/nowhere.pem", .*$/);
    });
});
