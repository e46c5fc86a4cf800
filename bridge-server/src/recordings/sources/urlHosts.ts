const HTTPS_PORT = '443';

export interface UrlHost {
    /** As URL writes it: in lower case, an IPv6 address in brackets; `*.` before those below a name. */
    readonly hostname: string;
    readonly port: string;
}

/** Reads `host`, `*.host`, an IP address, each with or without `:port`; null when it is none of them. */
export function readUrlHost(text: string): UrlHost | null {
    // what URL would take for a path, a name or a query
    if (!/^(\*\.)?([\p{L}\p{N}_.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/iu.test(text)) return null;
    const url = URL.parse(`https://${text}`);
    if (!url || (url.hostname.startsWith('*.') && url.hostname.endsWith(']'))) return null;
    return { hostname: url.hostname, port: url.port || HTTPS_PORT };
}

/** Whether recordings may be fetched from the host and port of an https URL. A name with a `.` at its end is another. */
export function isUrlAllowed(url: URL, hosts: readonly UrlHost[]): boolean {
    const port = url.port || HTTPS_PORT;
    return hosts.some((host) => host.port === port && isSameOrBelow(url.hostname, host.hostname));
}

const isSameOrBelow = (hostname: string, allowed: string): boolean =>
    allowed.startsWith('*.')
        ? hostname.length > allowed.length - 1 && hostname.endsWith(allowed.slice(1))
        : hostname === allowed;
