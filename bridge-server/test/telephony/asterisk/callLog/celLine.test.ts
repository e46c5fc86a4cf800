import fc from 'fast-check';
import { readCelLine, splitCsvLine } from '../../../../src/telephony/asterisk/callLog/celLine.ts';

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const lineOf = (fields: Readonly<Record<number, string>>): string =>
    Array.from({ length: 14 }, (_, at) => quote(fields[at] ?? '')).join(',');

const HANGUP = {
    0: 'HANGUP',
    1: '1795462934.909786',
    2: 'pbx1-1795462932.55',
    3: 'pbx1-1795462932.55',
    4: 'PJSIP/carrier-00000031',
    5: '5511987654321',
    6: 'Maria "Bia" da Silva, Souza',
    13: '{"hangupcause":16,"hangupsource":"PJSIP/carrier-00000031","dialstatus":"ANSWER"}'
};

test('reads a line as cel_custom writes it', () => {
    expect(readCelLine(lineOf(HANGUP))).toEqual({
        event: 'HANGUP',
        time: 1795462934.909786,
        uniqueid: 'pbx1-1795462932.55',
        linkedid: 'pbx1-1795462932.55',
        channel: 'PJSIP/carrier-00000031',
        callerNumber: '5511987654321',
        callerName: 'Maria "Bia" da Silva, Souza',
        application: '',
        applicationData: '',
        extra: { hangupcause: '16', hangupsource: 'PJSIP/carrier-00000031', dialstatus: 'ANSWER' }
    });
});

test.each([
    ['nothing', ''],
    ['a line cut off within a field', lineOf(HANGUP).slice(0, 60)],
    ['a line cut off between fields', lineOf(HANGUP).split('","').slice(0, 5).join('","') + '"'],
    ['two lines written over each other', lineOf(HANGUP).slice(0, 60) + lineOf(HANGUP)],
    ['a line of another layout', `${lineOf(HANGUP)},"more"`],
    ['what a caller wrote after the end of a line in their number', 'HANGUP,1795462934.9,p-1.5,p-1.5,,,,,,,,,,'],
    ['the same with quotes, which are doubled', '""HANGUP"",1795462934.9,p-1.5,p-1.5,,,,,,,,,,'],
    ['a time in words', lineOf({ ...HANGUP, 1: '2026-11-23 19:42:14' })],
    ['a time before the clock was set', lineOf({ ...HANGUP, 1: '12.000000' })],
    ['no Uniqueid', lineOf({ ...HANGUP, 2: '' })]
])('%s is no record', (_what, line) => {
    expect(readCelLine(line)).toBeNull();
});

test('what the extra should be and is not leaves the rest of the record', () => {
    expect(readCelLine(lineOf({ ...HANGUP, 13: '{"hangupcause":' }))).toMatchObject({ event: 'HANGUP', extra: {} });
    expect(readCelLine(lineOf({ ...HANGUP, 13: '[1]' }))).toMatchObject({ event: 'HANGUP', extra: {} });
});

test('whatever stands in fields comes out again', () => {
    const text = fc.string({ unit: 'binary' }).filter((field) => !field.includes('\n'));
    fc.assert(
        fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (fields) => {
            expect(splitCsvLine(fields.map(quote).join(','))).toEqual(fields);
        })
    );
});
