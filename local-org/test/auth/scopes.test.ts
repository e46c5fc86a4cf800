import { OAuthError } from '../../src/auth/oauthError.ts';
import { covers, grantScopes, parseStoredScopes, withoutRefresh, type Scope } from '../../src/auth/scopes.ts';

describe('scopes', () => {
    it.each<[string | undefined, Scope[], Scope[]]>([
        [undefined, ['api', 'id'], ['api', 'id']],
        ['', ['api', 'id'], ['api', 'id']],
        ['  id   api ', ['api', 'id'], ['id', 'api']],
        ['api api', ['api'], ['api']],
        ['offline_access refresh_token', ['refresh_token'], ['refresh_token']],
        ['api web', ['full'], ['api', 'web']]
    ])('%j asked of an app with %j are %j', (asked, appScopes, granted) => {
        expect(grantScopes(asked, appScopes)).toEqual(granted);
    });

    it.each<[string, Scope[]]>([
        ['full', ['api', 'web']],
        ['refresh_token', ['full']],
        ['API', ['api']],
        ['api,web', ['api', 'web']]
    ])('refuses %j of an app with %j', (asked, appScopes) => {
        expect(() => grantScopes(asked, appScopes)).toThrow(OAuthError);
    });

    it('has full stand for all but refresh_token', () => {
        expect(covers(['full'], 'api')).toBe(true);
        expect(covers(['full'], 'refresh_token')).toBe(false);
        expect(covers(['id'], 'api')).toBe(false);
        expect(withoutRefresh(['refresh_token', 'full'])).toEqual(['full']);
    });

    it('are read as they were stored, without what is no scope', () => {
        expect(parseStoredScopes('web api made-up')).toEqual(['web', 'api']);
        expect(parseStoredScopes('')).toEqual([]);
    });
});
