import { type AmiMessage, fieldOf } from './amiMessage.ts';

/** What became of a telephone that the PBX was asked to call. */
export type OriginationOutcome = 'rings' | 'failed';

type Settle = (outcome: OriginationOutcome) => void;

const FAILED_DIAL = /^(?:BUSY|CONGESTION|CHANUNAVAIL|NOANSWER|CANCEL)$/;

/** Telephones that the PBX was asked to call, and whether they ring: the PBX answers before it has tried. */
export function createOriginations() {
    const expected = new Map<string, Settle>();

    return {
        /**
         * Expects a channel before it is asked for; null when nothing is told of it in time.
         *
         * @param channelId the Uniqueid that the channel is given
         */
        expect(channelId: string, limitMs: number): Promise<OriginationOutcome | null> {
            return new Promise((resolve) => {
                const settle = (outcome: OriginationOutcome | null) => {
                    clearTimeout(timer);
                    expected.delete(channelId);
                    resolve(outcome);
                };
                const timer = setTimeout(() => settle(null), limitMs);
                expected.set(channelId, settle);
            });
        },

        observe(message: AmiMessage): void {
            if (expected.size === 0) return;
            const outcome = outcomeOf(message);
            const channelId = fieldOf(message, 'DestUniqueid') || fieldOf(message, 'Uniqueid');
            if (outcome) expected.get(channelId)?.(outcome);
        }
    };
}

export type Originations = ReturnType<typeof createOriginations>;

function outcomeOf(message: AmiMessage): OriginationOutcome | null {
    switch (fieldOf(message, 'Event')) {
        case 'Newstate':
            return /^(?:Ringing|Up)$/.test(fieldOf(message, 'ChannelStateDesc')) ? 'rings' : null;
        case 'DialEnd':
            return FAILED_DIAL.test(fieldOf(message, 'DialStatus')) ? 'failed' : null;
        case 'OriginateResponse':
            return fieldOf(message, 'Response') === 'Failure' ? 'failed' : null;
        case 'Hangup':
            return 'failed';
        default:
            return null;
    }
}
