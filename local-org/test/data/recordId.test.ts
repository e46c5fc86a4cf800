import fc from 'fast-check';
import { formatRecordId } from '../../src/ids/formatRecordId.ts';
import { parseRecordId, toLongId } from '../../src/ids/recordId.ts';

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const shortIds = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 15, maxLength: 15 });

describe('record ids', () => {
    it('carry the checksum that Salesforce documents', () => {
        expect(toLongId('0015000000Gv7qJ')).toBe('0015000000Gv7qJAAR');
    });

    it('are the same id in 15 and in 18 characters', () => {
        fc.assert(fc.property(shortIds, (id) => parseRecordId(id) === parseRecordId(toLongId(id))));
    });

    it('get their capitals back from the checksum when the case was lost', () => {
        fc.assert(fc.property(shortIds, (id) => parseRecordId(toLongId(id).toLowerCase()) === toLongId(id)));
    });

    it('are refused when the checksum needs a capital where a digit stands', () => {
        expect(parseRecordId('500000000000001B00')).toBeNull();
        expect(parseRecordId('500000000000001BAA')).toBeNull();
    });

    it('are refused at any other length', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 30 }), (text) => {
                fc.pre(text.length !== 15 && text.length !== 18);
                return parseRecordId(text) === null;
            })
        );
    });

    it('differ for every record of an object', () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (one, other) => {
                const sameId = formatRecordId('500', one).toLowerCase() === formatRecordId('500', other).toLowerCase();
                return sameId === (one === other);
            })
        );
    });
});
