import { createResolver, namesReferredTo } from '../../src/rest/composite/resolveReferences.ts';

const bodies = new Map<string, unknown>([
    ['account', { id: '001A', count: 3, isOpen: false, note: null, nested: { city: 'São Paulo' } }],
    ['found', { records: [{ Id: '003A' }, { Id: '003B' }] }]
]);
const resolver = createResolver(bodies, 'standForNull');

describe('a reference to an earlier answer', () => {
    it.each([
        ['@{account.id}', '001A'],
        ['@{account.count}', 3],
        ['@{account.isOpen}', false],
        ['@{account.note}', null],
        ['@{account.nested.city}', 'São Paulo'],
        ['@{found.records[1].Id}', '003B'],
        ['from @{account.id} to @{found.records[0].Id}', 'from 001A to 003A'],
        ['@ { not one }', '@ { not one }']
    ])('%s stands for %j', (text, value) => {
        expect(resolver.resolveBody({ deep: [text] })).toEqual({ deep: [value] });
    });

    it.each([
        '@{nobody.id}',
        '@{account.Id}',
        '@{account}',
        '@{account.nested}',
        '@{found.records}',
        '@{found.records[2].Id}',
        '@{account.id.length}',
        '@{account.constructor.name}',
        '@{}'
    ])('%s cannot be resolved', (text) => {
        expect(() => resolver.resolveBody(text)).toThrow('PROCESSING_HALTED: Invalid reference specified.');
    });

    it('is encoded in a URL', () => {
        expect(resolver.resolveUrl('/query?q=@{account.nested.city}')).toBe('/query?q=S%C3%A3o%20Paulo');
    });

    it('names what it depends on', () => {
        expect(namesReferredTo({ url: '/x/@{account.id}', body: { a: ['@{found.records[0].Id}'] } })).toEqual([
            'account',
            'found'
        ]);
    });
});
