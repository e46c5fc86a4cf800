import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { findRecord, type Org } from '../../org.ts';
import type { Answer } from '../../rest/apiCall.ts';
import { fullName } from '../describeIdentity.ts';
import type { Form, OAuthServer } from '../oauthServer.ts';
import type { Scope } from '../scopes.ts';
import { organizationOf } from '../sessions.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';
import { html, type Html } from './html.ts';
import { findLoginUsers } from './loginUsers.ts';
import { showPage } from './showPage.ts';

/** In the words of Salesforce's own approval page. */
const SCOPE_TEXTS: Record<Scope, string> = {
    api: 'Gerenciar dados do usuário via APIs',
    full: 'Acesso completo',
    id: 'Acessar o serviço de URL de identidade',
    openid: 'Acessar identificadores de usuário exclusivos',
    refresh_token: 'Executar solicitações a qualquer momento',
    web: 'Gerenciar dados do usuário via navegadores da Web'
};
/** What the login form itself adds to the app's parameters. */
const FORM_FIELDS = ['username', 'decision'];

/** Asks who logs in and whether the app may have what it asks for. */
export function showLoginPage(
    { org, orgUrl }: OAuthServer,
    request: AuthorizeRequest,
    form: Form,
    problem: string | null
): Answer {
    const { app, scopes, redirectUri, loginHint } = request;
    const kept = Object.entries(form).filter(([name]) => !FORM_FIELDS.includes(name));
    const content = html`
        <h1>${String(organizationOf(org).Name)}</h1>
        <p class="quiet">Org local em ${new URL(orgUrl).host}</p>
        ${problem === null ? null : html`<p class="error" role="alert" id="problem">${problem}</p>`}
        <p><strong>${app.name}</strong> pede acesso a esta org em seu nome, para:</p>
        <ul>
            ${scopes.map((scope) => html`<li>${SCOPE_TEXTS[scope]}</li>`)}
        </ul>
        <form method="post" action="/services/oauth2/authorize">
            ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value ?? ''}" />`)}
            <fieldset ${problem === null ? null : html`aria-describedby="problem"`}>
                <legend>Entrar como</legend>
                <div class="users">${findLoginUsers(org).map((user) => showUser(org, user, loginHint))}</div>
            </fieldset>
            <div class="actions">
                <button name="decision" value="allow">Entrar e permitir</button>
                <button name="decision" value="deny" formnovalidate>Negar</button>
            </div>
        </form>
        <p class="quiet">
            Não há senhas: esta org guarda dados de demonstração e só atende este computador. A resposta vai para
            <code>${redirectUri}</code>.
        </p>
    `;
    return showPage({ title: `Entrar – ${app.name}`, content, formTargets: ["'self'", formTarget(redirectUri)] });
}

function showUser(org: Org, user: SalesforceRecord, loginHint: string | undefined): Html {
    const profile = String(findRecord(org, user.ProfileId)?.Name ?? '');
    const username = String(user.Username);
    return html`
        <label class="user">
            <input
                type="radio"
                name="username"
                value="${username}"
                required
                ${username === loginHint ? html`checked` : null}
            />
            <span class="name">${String(fullName(org, user))}</span>
            <span class="quiet">${username} · ${profile}</span>
        </label>
    `;
}

/** An origin, or the scheme of an app on a telephone. */
function formTarget(redirectUri: string): string {
    const { protocol, origin } = new URL(redirectUri);
    return protocol === 'http:' || protocol === 'https:' ? origin : protocol;
}
