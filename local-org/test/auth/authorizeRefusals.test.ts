import { allowAccess, answerLoginPage, authorizeParameters, CALLBACK, openLoginPage, webApp } from './oauthClient.ts';
import { CLIENT_ID, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('the authorize endpoint', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ connectedApps: [webApp], callbackUrls: [CALLBACK] });
    });
    afterAll(() => org.close());

    it.each([
        ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id', 'client identifier invalid'],
        ['no callback', { redirect_uri: null }, 'redirect_uri_missing', 'redirect_uri not provided'],
        ['a callback that only begins like one', { redirect_uri: `${CALLBACK}/more` }, 'redirect_uri_mismatch'],
        ['somebody else’s callback', { redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch']
    ])(
        'never redirects for %s',
        async (_what, changes, error, description = 'redirect_uri must match configuration') => {
            const response = await openLoginPage(org, authorizeParameters(changes));
            expect(response.status).toBe(400);
            expect(response.headers.get('location')).toBeNull();
            expect(await response.text()).toBe(`error=${error}&error_description=${encodeURIComponent(description)}`);
        }
    );

    it.each([
        [
            'another response type',
            { response_type: 'token' },
            'unsupported_response_type',
            'response type not supported'
        ],
        ['no challenge', { code_challenge: null }, 'invalid_request', 'missing required code challenge'],
        [
            'a plain challenge',
            { code_challenge_method: 'plain' },
            'invalid_request',
            'code challenge method not supported'
        ],
        ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request', 'invalid code challenge'],
        [
            'an unknown scope',
            { scope: 'api chatter' },
            'invalid_scope',
            'the requested scope is invalid, unknown, or malformed'
        ],
        ['a scope that the app has not', { scope: 'full' }, 'invalid_scope', 'the requested scope is not allowed'],
        ['a login without a page', { prompt: 'none' }, 'immediate_unsuccessful', 'the user must log in first'],
        ['an immediate login', { immediate: 'true' }, 'immediate_unsuccessful', 'the user must log in first'],
        ['a prompt that is none', { prompt: 'dance' }, 'invalid_request', 'invalid prompt']
    ])('sends the app a refusal for %s', async (_what, changes, error, description) => {
        const response = await openLoginPage(org, authorizeParameters(changes));
        expect(response.status).toBe(302);
        const arrived = new URL(response.headers.get('location') ?? '');
        expect(arrived.href.startsWith(`${CALLBACK}?`)).toBe(true);
        expect(Object.fromEntries(arrived.searchParams)).toEqual({
            error,
            error_description: description,
            state: 'of-mind'
        });
    });

    it('tells the app when the user says no, or is not approved by an administrator', async () => {
        const denied = await answerLoginPage(org, await openLoginPage(org, authorizeParameters()), {
            decision: 'deny'
        });
        const refusal = new URL(denied.headers.get('location') ?? '').searchParams;
        expect(refusal.get('error')).toBe('access_denied');
        expect(refusal.get('error_description')).toBe('end-user denied authorization');
        const blocked = await allowAccess(org, 'ana@local.org', authorizeParameters({ client_id: CLIENT_ID }));
        expect(blocked.searchParams.get('error')).toBe('OAUTH_APP_ACCESS_DENIED');
    });
});
