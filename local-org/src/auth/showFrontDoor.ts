import type { Answer } from '../rest/apiCall.ts';
import { html } from './authorize/html.ts';
import { showPage } from './authorize/showPage.ts';
import type { OAuthServer } from './oauthServer.ts';
import { organizationOf } from './sessions.ts';

/**
 * `/` and `/secur/frontdoor.jsp`, where a browser would enter Lightning Experience. Here is none: the page says what
 * this org is. It logs nobody in, reads no parameter, and leads nowhere.
 */
export function showFrontDoor({ org, orgUrl }: OAuthServer): Answer {
    const content = html`
        <h1>${String(organizationOf(org).Name)}</h1>
        <p class="quiet">Org local em ${new URL(orgUrl).host}</p>
        <p>Esta é uma org Salesforce local, para testes e demonstrações. Ela atende as APIs, e não tem telas.</p>
        <p>Para ver o softphone nela, abra o console de demonstração. Para ver registros, use a linha de comando:</p>
        <p><code>sf data query --query "SELECT Id, CaseNumber FROM Case"</code></p>
    `;
    return showPage({ title: 'Org local', content, formTargets: [] });
}
