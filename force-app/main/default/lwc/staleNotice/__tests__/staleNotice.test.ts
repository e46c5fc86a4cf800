import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, has, mount, recordEvents, spoken } from '../../../../../../test/jest-mocks/mount';
import { BridgeError } from 'c/bridgeClient';
import type CommandButton from 'c/commandButton';
import StaleNotice from 'c/staleNotice';

const error = new BridgeError('unreachable', { type: 'about:blank', title: '', status: 503, detail: '' });

const mountNotice = (status: StaleNotice['status']) => mount('c-stale-notice', StaleNotice, { status });
const reconnectButton = (notice: HTMLElement): Mounted<CommandButton> => find(notice, 'c-command-button');

describe('stale notice', () => {
    it('reconnects at once when asked', async () => {
        const notice = await mountNotice({ kind: 'lost', error, retryAtMs: 0 });
        const reconnects = recordEvents(notice, 'reconnect');
        find(reconnectButton(notice), 'button').click();

        expect(spoken(notice)).toContain('Sem conexão');
        expect([reconnectButton(notice).label, reconnects.length]).toEqual(['Reconectar agora', 1]);
    });

    it('keeps its button, which can have the focus, while it reconnects', async () => {
        expect(reconnectButton(await mountNotice({ kind: 'connecting' })).unavailable).toBe(true);
    });

    it('offers nothing where waiting would not have helped', async () => {
        expect(has(await mountNotice({ kind: 'failed', error }), 'c-command-button')).toBe(false);
    });
});
