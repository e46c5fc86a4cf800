/**
 * What the page may load: itself, and the bridge for requests and recordings. The platform sets such a policy too,
 * so a request that would need a trusted site there fails here as well.
 */
export function contentSecurityPolicy(bridgeUrl: string): string {
    const { origin } = new URL(bridgeUrl);
    return [
        "default-src 'self'",
        `connect-src 'self' ${origin}`,
        `media-src 'self' data: ${origin}`,
        "img-src 'self' data:",
        // components bring their styles in style elements
        "style-src 'self' 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'"
    ].join('; ');
}
