import '../../../../../../test/jest-mocks/projectLabels';
import type { CallView } from 'bridge/contract';
import fc from 'fast-check';
import { candidate, endedCall } from '../../../../../../test/jest-mocks/callViews';
import { filterCalls } from '../filterCalls';

const maria = endedCall({ legId: 'maria' });
const jose = endedCall({
    legId: 'josé',
    number: '+552122953040',
    numberDisplay: '(21) 2295-3040',
    announcedName: 'JOSÉ ANTÔNIO',
    caller: null,
    queue: 'Segunda via',
    protocol: 'AB-123.45',
    result: 'missed'
});
const withheld = endedCall({
    legId: 'withheld',
    number: null,
    numberDisplay: null,
    caller: null,
    queue: null,
    protocol: '20261123000777',
    result: 'abandoned'
});
const calls = [maria, jose, withheld];

const found = (text: string): string[] => filterCalls(calls, text).map(({ legId }) => legId);

describe('the filter of Histórico', () => {
    it.each([
        ['98765', ['maria']],
        ['(11) 98765-4321', ['maria']],
        ['11 9.8765', ['maria']],
        ['2295', ['josé']],
        ['da silva', ['maria']],
        ['silva maria', ['maria']],
        ['JOSE antonio', ['josé']],
        ['joão', []],
        ['000777', ['withheld']],
        ['ab-123', ['josé']],
        ['segunda', ['josé']],
        ['SUPORTE 4321', ['maria']],
        ['perdida', ['josé']],
        ['abandonada', ['withheld']],
        ['43212026', []],
        ['zzz', []],
        [' ', ['maria', 'josé', 'withheld']],
        ['', ['maria', 'josé', 'withheld']]
    ])('finds by %p: %j', (text, legIds) => {
        expect(found(text)).toEqual(legIds);
    });

    it('sees what became known of a call', () => {
        const known = { ...jose, caller: { who: candidate({ name: 'José Lima' }), reason: 'onlyContact', others: [] } };

        expect(filterCalls([jose], 'lima')).toEqual([]);
        expect(filterCalls([known as CallView], 'lima')).toEqual([known]);
    });

    it('finds every call whose number holds the typed digits, however they are grouped', () => {
        const number = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 14 });
        const punctuation = fc.array(fc.constantFrom('', ' ', '-', '.', '(', ') ', ' / '), {
            minLength: 14,
            maxLength: 14
        });
        fc.assert(
            fc.property(
                number,
                fc.nat(13),
                fc.integer({ min: 1, max: 14 }),
                punctuation,
                (digits, from, count, marks) => {
                    const start = from % digits.length;
                    const typed = [...digits.slice(start, start + count)]
                        .map((digit, at) => digit + marks[at])
                        .join('');
                    const call = endedCall({ number: `+${digits}`, numberDisplay: null });

                    expect(filterCalls([call], typed)).toEqual([call]);
                }
            )
        );
    });

    it('takes less than a frame for 5,000 calls', () => {
        const many = Array.from({ length: 5_000 }, (_, index) =>
            endedCall({ legId: `leg-${index}`, number: `+55119${String(index).padStart(8, '0')}` })
        );
        filterCalls(many, 'x');
        const timings = ['9', '99', 'mar', 'maria suporte', '(11) 90000-4'].map((text) => {
            const startedAt = performance.now();
            filterCalls(many, text);
            return performance.now() - startedAt;
        });

        // the best of them: the machine may be busy with something else
        expect(Math.min(...timings)).toBeLessThan(16);
    });
});
