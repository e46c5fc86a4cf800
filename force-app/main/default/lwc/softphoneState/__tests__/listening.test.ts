import { type SoftphoneEvent, type SoftphoneState, initialState, reduceSoftphone } from 'c/softphoneState';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import { recordingTicket } from '../../recordingTrack/__tests__/tickets';

const after = (...events: SoftphoneEvent[]): SoftphoneState['listening'] =>
    events.reduce(reduceSoftphone, initialState).listening;

const call = endedCall();
const other = endedCall({ legId: 'leg-2' });
const ticket = recordingTicket();
const requested = (which = call): SoftphoneEvent => ({ type: 'recordingRequested', call: which });
const opened: SoftphoneEvent = { type: 'recordingOpened', legId: call.legId, ticket };
const refused: SoftphoneEvent = { type: 'recordingRefused', legId: call.legId, failure: { reason: 'no-case' } };

describe('what the agent hears again', () => {
    it('is nothing at first, and what they choose from then on', () => {
        expect(after()).toBeNull();
        expect(after(requested())).toEqual({ call, recording: { status: 'opening' } });
        expect(after(requested(), requested(other))?.call).toEqual(other);
    });

    it('opens, or the reason is known why not', () => {
        expect(after(requested(), opened)).toEqual({ call, recording: { status: 'open', ticket } });
        expect(after(requested(), refused)).toEqual({ call, recording: { status: 'failed', reason: 'no-case' } });
    });

    it('opens anew with another ticket', () => {
        expect(after(requested(), opened, requested())).toEqual({ call, recording: { status: 'opening' } });
    });

    it('is nothing once it is closed, whatever comes of it later', () => {
        expect(after(requested(), opened, { type: 'recordingClosed' })).toBeNull();
        expect(after(requested(), { type: 'recordingClosed' }, opened)).toBeNull();
    });

    it('is not what came of the one before', () => {
        expect(after(requested(), requested(other), opened, refused)).toEqual({
            call: other,
            recording: { status: 'opening' }
        });
    });
});
