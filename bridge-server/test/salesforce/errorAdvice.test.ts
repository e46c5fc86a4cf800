import { ADVISED_CODES, adviceFor } from '../../src/salesforce/errorAdvice.ts';
import { FAILURES } from '../../src/salesforce/salesforceError.ts';

const unknown = adviceFor('NOBODY_KNOWS_THIS');

test.each(ADVISED_CODES)('%s has advice of its own, short enough to be read in a terminal', (code) => {
    const advice = adviceFor(code);
    expect(advice).not.toBe(unknown);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(advice.length).toBeLessThanOrEqual(260);
});

test.each([
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', /validation rule/],
    ['REQUIRED_FIELD_MISSING', /requires a field/],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', /permission set/],
    ['INACTIVE_OWNER_OR_USER', /no longer active/],
    ['DUPLICATES_DETECTED', /duplicate rule/],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', /trigger/],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', /flow/],
    ['STORAGE_LIMIT_EXCEEDED', /storage/],
    ['INVALID_FIELD', /mapping/],
    ['ENTITY_IS_DELETED', /Recycle Bin/],
    ['invalid_grant', /SALESFORCE_USERNAME/]
])('%s is told what it is about', (code, words) => {
    expect(adviceFor(code)).toMatch(words);
});

test.each(Object.keys(FAILURES))('nobody is sent to retry after %s, which the bridge does by itself', (code) => {
    expect(adviceFor(code)).toMatch(/The bridge goes on trying by itself\.$/);
});

test.each(['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'NOBODY_KNOWS_THIS'])('after %s the call must be retried', (code) => {
    expect(adviceFor(code)).toMatch(/Then retry the call\.$/);
});

test('an unknown code, and a name that every object has, get the general advice', () => {
    expect(unknown).toMatch(/API documentation/);
    expect(adviceFor('constructor')).toBe(unknown);
});

test('what has no code is not laid at Salesforce’s door', () => {
    expect(adviceFor(null)).toMatch(/bridge's log/);
});
