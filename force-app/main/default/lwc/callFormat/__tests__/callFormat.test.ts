import '../../../../../../test/jest-mocks/brazilianLocale';
import '../../../../../../test/jest-mocks/projectLabels';
import {
    callerName,
    callerNumber,
    fillPlaceholders,
    formatDuration,
    formatPosition,
    formatTaxId,
    formatTimeLeft,
    formatTimeOfDay,
    holdMs,
    localDay,
    maskTaxId,
    serviceMs,
    secondsLeft,
    waitingMs
} from 'c/callFormat';
import { candidate, endedCall, ringingCall, talkingCall } from '../../../../../../test/jest-mocks/callViews';

const at = (instant: string): number => Date.parse(instant);

describe('durations', () => {
    it.each([
        [0, '00:00'],
        [999, '00:00'],
        [245_000, '04:05'],
        [3_599_999, '59:59'],
        [3_600_000, '1:00:00'],
        [3_845_000, '1:04:05'],
        [36_000_000, '10:00:00'],
        [-5_000, '00:00']
    ])('writes %i ms as %s', (durationMs, text) => {
        expect(formatDuration(durationMs)).toBe(text);
    });
});

describe('the time left', () => {
    it.each([
        [30_000, 30, '00:30'],
        [29_999, 30, '00:30'],
        [29_000, 29, '00:29'],
        [1, 1, '00:01'],
        [0, 0, '00:00'],
        [-1, 0, '00:00']
    ])('of %i ms is rounded up to whole seconds', (leftMs, seconds, text) => {
        const until = '2026-11-23T12:00:30.000Z';

        expect(secondsLeft(at(until), at(until) - leftMs)).toBe(seconds);
        expect(formatTimeLeft(until, at(until) - leftMs)).toBe(text);
    });
});

describe('times of a call', () => {
    it('counts the waiting until the answer', () => {
        expect(waitingMs(ringingCall(), at('2026-11-23T12:00:07.000Z'))).toBe(7_000);
        expect(waitingMs(talkingCall(), at('2026-11-23T13:00:00.000Z'))).toBe(10_000);
    });

    it('counts the service from the answer to the end', () => {
        expect(serviceMs(ringingCall(), at('2026-11-23T12:00:07.000Z'))).toBeNull();
        expect(serviceMs(talkingCall(), at('2026-11-23T12:01:10.000Z'))).toBe(60_000);
        expect(serviceMs(endedCall(), at('2026-11-23T15:00:00.000Z'))).toBe(245_000);
    });

    it('adds the hold that lasts to those before', () => {
        const held = talkingCall({ heldMs: 5_000, heldSince: '2026-11-23T12:01:00.000Z' });

        expect(holdMs(held, at('2026-11-23T12:01:30.000Z'))).toBe(35_000);
        expect(holdMs(talkingCall({ heldMs: 5_000 }), at('2026-11-23T12:01:30.000Z'))).toBe(5_000);
    });

    it('never goes below zero when the clocks disagree', () => {
        expect(waitingMs(ringingCall(), at('2026-11-23T11:59:00.000Z'))).toBe(0);
    });
});

describe('local time', () => {
    it('writes the time of day where the agent is', () => {
        expect(formatTimeOfDay('2026-11-23T02:05:00.000Z', 'America/Sao_Paulo')).toBe('23:05');
        expect(formatTimeOfDay('2026-11-23T02:05:00.000Z', 'America/Manaus')).toBe('22:05');
    });

    it('knows on which day a moment falls where the agent is', () => {
        expect(localDay(at('2026-11-23T02:59:59.999Z'), 'America/Sao_Paulo')).toBe('2026-11-22');
        expect(localDay(at('2026-11-23T03:00:00.000Z'), 'America/Sao_Paulo')).toBe('2026-11-23');
    });
});

describe('CPF and CNPJ', () => {
    it.each([
        ['12345678909', '123.456.789-09', '***.456.789-**'],
        ['123.456.789-09', '123.456.789-09', '***.456.789-**'],
        ['11222333000181', '11.222.333/0001-81', '**.222.333/0001-**'],
        ['12abc34501de35', '12.ABC.345/01DE-35', '**.ABC.345/01DE-**'],
        ['AB-99', 'AB-99', '***99'],
        ['7', '7', '7']
    ])('writes and masks %s', (taxId, formatted, masked) => {
        expect(formatTaxId(taxId)).toBe(formatted);
        expect(maskTaxId(taxId)).toBe(masked);
    });
});

describe('who calls', () => {
    it('prefers the name on record to the announced one', () => {
        expect(callerName(ringingCall())).toBeNull();
        expect(callerName(ringingCall({ announcedName: 'MARIA' }))).toBe('MARIA');
        expect(callerName(talkingCall({ announcedName: 'MARIA' }))).toBe('Maria da Silva');
    });

    it('marks a lead as one, and names nobody of whom the agent said that they are not calling', () => {
        const lead = candidate({ kind: 'lead', name: 'Renata Siqueira' });
        const calls = [
            talkingCall({ caller: { who: lead, reason: 'lead', others: [] } }),
            talkingCall({ caller: { who: null, reason: 'chosenByAgent', others: [lead] } })
        ];

        expect(calls.map(callerName)).toEqual(['Renata Siqueira · Lead', null]);
    });

    it('has no number when it was withheld', () => {
        expect(callerNumber(ringingCall())).toBe('(11) 98765-4321');
        expect(callerNumber(ringingCall({ numberDisplay: null, number: '190' }))).toBe('190');
        expect(callerNumber(ringingCall({ numberDisplay: null, number: null }))).toBeNull();
    });
});

describe('placeholders', () => {
    it('fills what it has values for', () => {
        expect(fillPlaceholders('{0} de {1}, {0} {2}', 'a', '$&')).toBe('a de $&, a {2}');
    });
});

describe('a place in a recording', () => {
    it.each([
        [0, '0:00'],
        [42.9, '0:42'],
        [190, '3:10'],
        [725, '12:05'],
        [3_723, '1:02:03']
    ])('after %d seconds is written %s', (seconds, text) => {
        expect(formatPosition(seconds)).toBe(text);
    });
});
