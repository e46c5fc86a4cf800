import '../../../../../../test/jest-mocks/projectLabels';
import { talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { type Mounted, find, findAll, has, mount, recordEvents } from '../../../../../../test/jest-mocks/mount';
import type CallCard from 'c/callCard';
import SoftphoneCurrent from 'c/softphoneCurrent';
import type { PendingChoice, PendingCommand } from 'c/softphoneState';

describe('Atendimento', () => {
    it('says so when the agent is on no call', async () => {
        const element = await mount('c-softphone-current', SoftphoneCurrent, { calls: [] });

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe(
            'Nenhum atendimento agora'
        );
    });

    it('shows a card for each call with the command and the choice that it waits for', async () => {
        const hangUp: PendingCommand = { action: 'hangup', sentAtMs: 0 };
        const nobody: PendingChoice = { candidateId: null, sentAtMs: 0 };
        const element = await mount('c-softphone-current', SoftphoneCurrent, {
            calls: [talkingCall(), talkingCall({ legId: 'leg-2' })],
            pending: { 'leg-2': hangUp },
            choices: { 'leg-1': nobody },
            nowMs: 0
        });
        const cards = findAll<Mounted<CallCard>>(element, 'c-call-card');

        expect(
            cards.map(({ call, pendingCommand, pendingChoice }) => [call.legId, pendingCommand, pendingChoice])
        ).toEqual([
            ['leg-1', undefined, nobody],
            ['leg-2', hangUp, undefined]
        ]);
        expect(has(element, 'c-empty-state')).toBe(false);
    });

    it.each(['callhangup', 'callerchoose', 'caseopen'])('passes %s on', async (type) => {
        const element = await mount('c-softphone-current', SoftphoneCurrent, { calls: [talkingCall()] });
        const passed = recordEvents(element, type);
        find(element, 'c-call-card').dispatchEvent(new CustomEvent(type, { detail: { legId: 'leg-1' } }));

        expect(passed).toEqual([{ legId: 'leg-1' }]);
    });
});
