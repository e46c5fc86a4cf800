import '../../../../../../test/jest-mocks/projectLabels';
import { find, has, mount, rendered, textOf } from '../../../../../../test/jest-mocks/mount';
import { BridgeError, type BridgeStatus } from 'c/bridgeClient';
import ConnectionLight from 'c/connectionLight';

const error = new BridgeError('unreachable', { type: 'about:blank', title: '', status: 503, detail: '' });

describe('connection light', () => {
    it.each<[BridgeStatus, string]>([
        [{ kind: 'connecting' }, 'Conectando…'],
        [{ kind: 'connected' }, 'Conectado'],
        [{ kind: 'failed', error }, 'Desconectado'],
        [{ kind: 'lost', error, retryAtMs: 4_001 }, 'Reconectando em 4 s']
    ])('says in words that it is %p', async (status, text) => {
        expect(textOf(await mount('c-connection-light', ConnectionLight, { status, nowMs: 1_000 }))).toBe(text);
    });

    it('takes no room for words while all is well, and tells them still', async () => {
        const element = await mount('c-connection-light', ConnectionLight, { status: { kind: 'connected' } });
        expect(find(element, '.slds-assistive-text').textContent).toBe('Conectado');
        expect(find(element, '.connected').title).toBe('Conectado');
        element.status = { kind: 'connecting' };
        await rendered();

        expect(has(element, '.slds-assistive-text')).toBe(false);
    });

    it('counts down to the next attempt and not below zero', async () => {
        const element = await mount('c-connection-light', ConnectionLight, {
            status: { kind: 'lost', error, retryAtMs: 5_000 } satisfies BridgeStatus,
            nowMs: 3_000
        });
        element.nowMs = 9_000;
        await rendered();

        expect(textOf(element)).toContain('0 s');
    });
});
