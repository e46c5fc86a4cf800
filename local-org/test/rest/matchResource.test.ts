import { createMatcher } from '../../src/rest/matchResource.ts';

const match = createMatcher(
    ['/limits', '/sobjects/:object/describe', '/sobjects/:object/:id', '/sobjects/:object/:field/:value'].map(
        (path) => ({
            path,
            handlers: {}
        })
    )
);

describe('the resource for a path', () => {
    it.each([
        ['/limits', '/limits', {}],
        ['/limits/', '/limits', {}],
        ['/sobjects/Case/describe', '/sobjects/:object/describe', { object: 'Case' }],
        ['/SOBJECTS/Case/500', '/sobjects/:object/:id', { object: 'Case', id: '500' }],
        [
            '/sobjects/Case/Key__c/a%2Fb',
            '/sobjects/:object/:field/:value',
            { object: 'Case', field: 'Key__c', value: 'a/b' }
        ]
    ])('%s is the first that fits', (path, resource, params) => {
        expect(match(path)).toMatchObject({ resource: { path: resource }, params });
    });

    it.each(['/', '/limit', '/limits/x', '/sobjects/Case', '/sobjects/Case/a/b/c'])('%s is none', (path) => {
        expect(match(path)).toBeNull();
    });
});
