import '@lwc/synthetic-shadow';
import { LANGUAGES, type SignedIn } from './consoleSession';

const DEFAULT_USERNAME = 'ana@local.org';
const [DEFAULT_LANGUAGE] = LANGUAGES;

try {
    const wanted = new URLSearchParams(location.search);
    const language = LANGUAGES.find((each) => each === wanted.get('language')) ?? DEFAULT_LANGUAGE;
    window.consoleSession = { ...(await signIn(wanted.get('user') ?? DEFAULT_USERNAME)), language };
    const { showConsole } = await import('./showConsole');
    showConsole(document.body);
} catch (error) {
    showSignInError(error instanceof Error ? error.message : String(error));
}

async function signIn(username: string): Promise<SignedIn> {
    const response = await fetch(`/session?${new URLSearchParams({ user: username })}`);
    if (!response.ok) {
        const problem = (await response.json()) as { detail: string };
        throw new Error(problem.detail);
    }
    return (await response.json()) as SignedIn;
}

function showSignInError(message: string): void {
    const notice = document.createElement('main');
    notice.className = 'slds-box slds-theme_default sign-in-error';
    const title = document.createElement('h1');
    title.className = 'slds-text-heading_medium slds-m-bottom_small';
    title.textContent = 'Não foi possível entrar';
    const detail = document.createElement('p');
    detail.textContent = message;
    notice.append(title, detail);
    document.body.append(notice);
}
