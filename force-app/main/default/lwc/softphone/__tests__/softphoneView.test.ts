import '../../../../../../test/jest-mocks/projectLabels';
import { type SoftphoneState, initialState } from 'c/softphoneState';
import { ana, presenceOf, settings } from '../../../../../../test/jest-mocks/callViews';
import { listCalls } from '../callLists';
import { viewOf } from '../softphoneView';

const connected: SoftphoneState = {
    ...initialState,
    connection: { kind: 'connected' },
    agent: ana,
    presence: presenceOf(),
    settings
};
const wrapUp = {
    callId: 'call-1',
    legId: 'leg-1',
    since: '2026-11-23T12:04:15.000Z',
    endsAt: '2026-11-23T12:04:45.000Z'
};

const view = (changes: Partial<SoftphoneState> = {}) => {
    const state = { ...connected, ...changes };
    return viewOf(state, listCalls(state, 0), { bridgeUrl: 'https://bridge.example.com', isBlocked: false });
};

describe('the frame around the tabs', () => {
    it('says in full who the agent is', () => {
        expect(view().agent).toBe('Ana Souza · Ramal 1001');
        expect(view({ agent: null }).agent).toBe('');
    });

    it.each<[string, Partial<SoftphoneState>]>([
        ['a break', { presence: presenceOf({ state: 'paused', reason: 'Almoço' }) }],
        ['a wrap-up', { presence: presenceOf({ wrapUp }) }],
        ['a change', { wantedPresence: { state: 'offline' } }],
        ['a bridge that is away', { connection: { kind: 'connecting' } }]
    ])('has a row more for %s', (_name, changes) => {
        expect(view().presenceClass).toBe('presence');
        expect(view(changes).presenceClass).toBe('presence presence_in-row');
    });
});
