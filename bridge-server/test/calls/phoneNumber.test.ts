import fc from 'fast-check';
import { displayNumber, readPhoneNumber } from '../../src/calls/phoneNumber.ts';

test.each([
    ['5511987654321', '+5511987654321'],
    ['+55 (11) 98765-4321', '+5511987654321'],
    ['(11) 98765-4321', '+5511987654321'],
    ['011 98765-4321', '+5511987654321'],
    ['0 15 11 98765-4321', '+5511987654321'],
    ['90 15 11 98765-4321', '+5511987654321'],
    ['(11) 8765-4321', '+5511987654321'],
    ['(11) 3333-4444', '+551133334444'],
    ['(55) 3222-1234', '+555532221234'],
    ['(11) 2066-8090 ramal 214', '+551120668090'],
    ['0800 777 1234', '+558007771234'],
    ['4004-1234', '+5540041234'],
    ['+1 212 555 0100', '+12125550100']
])('%s is %s', (spelling, e164) => {
    expect(readPhoneNumber(spelling)?.e164).toBe(e164);
});

test.each([null, '', 'anonymous', '1001', '190', '98765-4321', "11';DROP", '9'.repeat(10_000)])(
    '%s names no subscriber',
    (spelling) => {
        expect(readPhoneNumber(spelling)).toBeNull();
    }
);

test('is shown as Brazilians read it, and what is no number as it came', () => {
    expect(displayNumber('5511987654321')).toBe('(11) 98765-4321');
    expect(displayNumber('551133334444')).toBe('(11) 3333-4444');
    expect(displayNumber('1001')).toBe('1001');
    expect(displayNumber(null)).toBeNull();
});

const ddd = fc.constantFrom('11', '21', '31', '47', '55', '62', '71', '85', '92');
const mobile = fc
    .tuple(ddd, fc.integer({ min: 60_000_000, max: 99_999_999 }))
    .map(([area, rest]) => ({ area, subscriber: `9${rest}` }));
const landline = fc
    .tuple(ddd, fc.integer({ min: 20_000_000, max: 59_999_999 }))
    .map(([area, rest]) => ({ area, subscriber: String(rest) }));

test('all spellings of one number are one number', () => {
    fc.assert(
        fc.property(fc.oneof(mobile, landline), ({ area, subscriber }) => {
            const dashed = `${subscriber.slice(0, -4)}-${subscriber.slice(-4)}`;
            const spellings = [
                `55${area}${subscriber}`,
                `+55 ${area} ${dashed}`,
                `(${area}) ${dashed}`,
                `0${area}${subscriber}`,
                `015${area}${subscriber}`
            ];
            for (const spelling of spellings) expect(readPhoneNumber(spelling)?.e164).toBe(`+55${area}${subscriber}`);
        })
    );
});

test('two different numbers are never one', () => {
    const number = fc.oneof(mobile, landline);
    fc.assert(
        fc.property(number, number, (a, b) => {
            fc.pre(a.area !== b.area || a.subscriber !== b.subscriber);
            expect(readPhoneNumber(`${a.area}${a.subscriber}`)?.e164).not.toBe(
                readPhoneNumber(`${b.area}${b.subscriber}`)?.e164
            );
        })
    );
});
