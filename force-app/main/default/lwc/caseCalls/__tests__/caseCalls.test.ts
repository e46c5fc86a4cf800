import '../../../../../../test/jest-mocks/projectLabels';
import { caseCall } from '../../../../../../test/jest-mocks/caseCalls';
import { MessageBus } from '../../../../../../test/jest-mocks/messageBus';
import { type Mounted, find, findAll, has, mount, rendered } from '../../../../../../test/jest-mocks/mount';
import type CaseCall from 'c/caseCall';
import CaseCalls from 'c/caseCalls';
import type EmptyState from 'c/emptyState';
import type ErrorPanel from 'c/errorPanel';
import { joinRecordings } from 'c/recordingTurn';
import { installFakeAudio } from '../../recordingTrack/__tests__/fakeAudio';
import { recordingTicket } from '../../recordingTrack/__tests__/tickets';

const CASE = '500000000000001AAA';
const PROTOCOL = '20261123000042';
const WANTED = { kind: 'caseCallsWanted', caseId: CASE } as const;

describe('the calls of a Case', () => {
    let bus: MessageBus;
    let element: Mounted<CaseCalls>;

    beforeEach(async () => {
        jest.useFakeTimers();
        installFakeAudio();
        bus = new MessageBus();
        element = await mount('c-case-calls', CaseCalls, { recordId: CASE });
    });
    afterEach(() => jest.useRealTimers());

    const softphoneSays = async (...news: Parameters<MessageBus['tell']>): Promise<void> => {
        bus.tell(...news);
        await rendered();
    };
    const load = (...calls: ReturnType<typeof caseCall>[]) => softphoneSays({ kind: 'caseCalls', caseId: CASE, calls });
    const fail = (reason: string) => softphoneSays({ kind: 'caseCallsFailed', caseId: CASE, reason });
    const wait = async (durationMs: number): Promise<void> => {
        jest.advanceTimersByTime(durationMs);
        await rendered();
    };
    const questions = () => bus.commands.filter(({ kind }) => kind === 'caseCallsWanted');
    const heading = () => find(element, 'h2').textContent;
    const emptyState = () => find<Mounted<EmptyState>>(element, 'c-empty-state').heading;
    const problem = () => find<Mounted<ErrorPanel>>(element, 'c-error-panel');
    const rows = () => findAll<Mounted<CaseCall>>(element, 'c-case-call');
    const [first, second] = [caseCall(), caseCall({ callId: 'asterisk:2', protocol: '20261123000043' })];

    it('asks the softphone for them, and shows meanwhile that it is loading', () => {
        expect(questions()).toEqual([WANTED]);
        expect(has(element, 'lightning-spinner')).toBe(true);
    });

    it('lists them with their number', async () => {
        await load(first, second);

        expect(rows().map(({ call }) => call)).toEqual([first, second]);
        expect(heading()).toBe('Chamadas deste caso (2)');
        expect(has(element, 'lightning-spinner')).toBe(false);
    });

    it('says that there are none', async () => {
        await load();

        expect(emptyState()).toBe('Nenhuma chamada neste caso');
        expect(heading()).toBe('Chamadas deste caso');
    });

    it('cares for no other Case', async () => {
        await softphoneSays({ kind: 'caseCalls', caseId: '500000000000009AAA', calls: [first] });
        await softphoneSays({ kind: 'caseCallsFailed', caseId: '500000000000009AAA', reason: 'refused' });
        await softphoneSays({ kind: 'caseChanged', caseId: '500000000000009AAA' });

        expect(rows()).toEqual([]);
        expect(has(element, 'lightning-spinner')).toBe(true);
        expect(questions()).toHaveLength(1);
    });

    it('says that no softphone is there, and asks again when one is', async () => {
        await wait(2_000);
        expect(emptyState()).toBe('O softphone não está aberto');

        await softphoneSays({ kind: 'ready', canDial: null });
        await load(first);
        expect(questions()).toHaveLength(2);
        expect(rows()).toHaveLength(1);
    });

    it.each([
        ['unreachable', 'O servidor de telefonia não respondeu. Tente de novo.'],
        ['case-not-readable', 'Você não tem acesso às chamadas deste caso.'],
        ['forbidden', 'Você não tem acesso às chamadas deste caso.'],
        ['salesforce-away', 'O Salesforce não está respondendo. Tente de novo em instantes.']
    ])('says why they could not be loaded, and tries again on a click: %s', async (reason, message) => {
        await fail(reason);
        expect(problem().message).toBe(message);

        problem().dispatchEvent(new CustomEvent('action'));
        await load(first);
        expect(has(element, 'c-error-panel')).toBe(false);
        expect(rows()).toHaveLength(1);
    });

    it('tries again by itself once the softphone has its connection back', async () => {
        await softphoneSays({ kind: 'ready', canDial: null });
        await fail('unreachable');
        await softphoneSays({ kind: 'ready', canDial: true });

        expect(questions()).toHaveLength(2);
    });

    it('asks nothing because the softphone answered somebody else', async () => {
        await softphoneSays({ kind: 'ready', canDial: true });
        await fail('unreachable');
        await softphoneSays({ kind: 'ready', canDial: true });
        await softphoneSays({ kind: 'ready', canDial: true });

        expect(questions()).toHaveLength(1);
    });

    it('loads them anew when one changes, and shows the old ones meanwhile', async () => {
        await load(first);
        await softphoneSays({ kind: 'caseChanged', caseId: CASE });
        expect(questions()).toHaveLength(2);
        expect(rows()).toHaveLength(1);
        expect(has(element, 'lightning-spinner')).toBe(false);

        await load(first, second);
        expect(rows()).toHaveLength(2);
    });

    it('asks once more, and only once, however often they change while they are on their way', async () => {
        await softphoneSays({ kind: 'caseChanged', caseId: CASE });
        await softphoneSays({ kind: 'caseChanged', caseId: CASE });
        expect(questions()).toHaveLength(1);

        await load(first);
        await load(first);
        expect(questions()).toHaveLength(2);
    });

    it('keeps what it shows when the softphone is closed or fails later', async () => {
        await load(first);
        await softphoneSays({ kind: 'caseChanged', caseId: CASE });
        await wait(2_000);
        expect(rows()).toHaveLength(1);

        await softphoneSays({ kind: 'ready', canDial: true });
        await fail('unreachable');
        expect(rows()).toHaveLength(1);
        expect(has(element, 'c-error-panel')).toBe(true);
    });

    it('shows the calls of the Case that the page changes to', async () => {
        await load(first);
        element.recordId = '500000000000002AAA';
        await rendered();

        expect(rows()).toEqual([]);
        expect(questions().at(-1)).toEqual({ kind: 'caseCallsWanted', caseId: '500000000000002AAA' });
    });

    it('hears nothing any more once it is off the page', () => {
        element.remove();

        expect(bus.listenerCount).toBe(0);
    });

    describe('of which one is to be heard', () => {
        beforeEach(async () => {
            await load(first, second);
            rows()[0]?.dispatchEvent(new CustomEvent('recordingwanted', { detail: { protocol: PROTOCOL } }));
            await rendered();
        });

        const ticket = recordingTicket();
        const states = () => rows().map(({ recording }) => recording);

        it('asks the softphone for a place where it plays', () => {
            expect(bus.commands.at(-1)).toEqual({ kind: 'recordingWanted', protocol: PROTOCOL });
            expect(states()).toEqual([{ status: 'opening' }, undefined]);
        });

        it('plays it there', async () => {
            await softphoneSays({ kind: 'recording', protocol: PROTOCOL, ticket });

            expect(states()).toEqual([{ status: 'open', ticket }, undefined]);
        });

        it('plays nothing that somebody else asked for', async () => {
            await softphoneSays({ kind: 'recording', protocol: second.protocol, ticket });

            expect(states()[1]).toBeUndefined();
        });

        it('says why it does not play', async () => {
            const deletion = { at: '2026-11-23T12:00:00.000Z', kind: 'retention' } as const;
            await softphoneSays({ kind: 'recordingFailed', protocol: PROTOCOL, reason: 'recording-deleted', deletion });

            expect(states()[0]).toEqual({ status: 'failed', reason: 'recording-deleted', deletion });
        });

        it('says that no softphone answered', async () => {
            await wait(2_000);

            expect(states()[0]).toEqual({ status: 'failed', reason: 'absent' });
            expect(rows()).toHaveLength(2);
        });

        it('asks for another ticket when the one it has does not serve any longer', async () => {
            await softphoneSays({ kind: 'recording', protocol: PROTOCOL, ticket });
            rows()[0]?.dispatchEvent(new CustomEvent('recordingwanted', { detail: { protocol: PROTOCOL } }));
            await softphoneSays({ kind: 'recording', protocol: PROTOCOL, ticket: { ...ticket, expiresAt: 'later' } });

            expect(bus.commands.filter(({ kind }) => kind === 'recordingWanted')).toHaveLength(2);
            expect(states()[0]).toEqual({ status: 'open', ticket: { ...ticket, expiresAt: 'later' } });
        });

        it('falls silent for a call', async () => {
            const pause = jest.fn();
            const leave = joinRecordings(pause);
            await softphoneSays({ kind: 'callHeard' });
            leave();

            expect(pause).toHaveBeenCalledTimes(1);
        });
    });
});
