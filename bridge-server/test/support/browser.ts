/** As much of a browser as a sign-in needs: it keeps cookies by host and path, and goes where it is led when told to. */
export interface TestBrowser {
    /** Asks as a person does who opens an address. Redirections are answers. */
    open(url: string, headers?: Record<string, string>): Promise<Response>;
    /** Asks as a player does. */
    fetch(url: string, headers?: Record<string, string>): Promise<Response>;
    /** Where an answer leads. */
    next(response: Response): string;
    /** Fills in the org's page and comes back to the bridge: resolves to the address with the code. */
    allow(orgPage: string, username: string, decision?: 'allow' | 'deny'): Promise<string>;
    /** From an address of the bridge over the org's page and back: the last answer. */
    signIn(url: string, username: string): Promise<Response>;
    readonly cookies: Map<string, { value: string; path: string }>;
}

export function createBrowser(): TestBrowser {
    const cookies: TestBrowser['cookies'] = new Map();

    async function ask(url: string, headers: Record<string, string>): Promise<Response> {
        const { host, pathname } = new URL(url);
        const sent = [...cookies].filter(
            ([key, { path }]) =>
                key.startsWith(`${host} `) && (path === '/' || pathname === path || pathname.startsWith(`${path}/`))
        );
        const cookie = sent.map(([key, { value }]) => `${key.split(' ')[1]}=${value}`).join('; ');
        const response = await fetch(url, { redirect: 'manual', headers: { ...headers, ...(cookie && { cookie }) } });
        for (const line of response.headers.getSetCookie()) keep(host, line);
        return response;
    }

    function keep(host: string, line: string): void {
        const [pair = '', ...attributes] = line.split('; ');
        const [name = '', value = ''] = pair.split('=');
        const attribute = (key: string) =>
            attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
        if (attribute('max-age') === '0') cookies.delete(`${host} ${name}`);
        else cookies.set(`${host} ${name}`, { value, path: attribute('path') ?? '/' });
    }

    const open: TestBrowser['open'] = (url, headers = {}) =>
        ask(url, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-dest': 'document', ...headers });
    const next = (response: Response): string => {
        const location = response.headers.get('location');
        if (location === null) throw new Error(`An answer ${response.status} leads nowhere`);
        return new URL(location, response.url).href;
    };

    async function allow(orgPage: string, username: string, decision = 'allow'): Promise<string> {
        const form = new URLSearchParams(new URL(orgPage).search);
        form.set('username', username);
        form.set('decision', decision);
        const init = { method: 'POST', body: form, redirect: 'manual' } as const;
        return next(await fetch(orgPage.split('?')[0] ?? '', init));
    }

    return {
        open,
        fetch: (url, headers = {}) => ask(url, { accept: '*/*', 'sec-fetch-dest': 'audio', ...headers }),
        next,
        allow,
        async signIn(url, username) {
            const callback = await allow(next(await open(url)), username);
            return open(next(await open(callback)));
        },
        cookies
    };
}
