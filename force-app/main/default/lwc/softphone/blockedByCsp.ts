/**
 * Whether Salesforce's content security policy forbids to reach the bridge: the browser tells a page only of what was
 * blocked by an event, while the request fails like any other.
 *
 * @param bridgeUrl as it is now
 * @returns ends it
 */
export function onBlockedByCsp(bridgeUrl: () => string, callback: () => void): () => void {
    const handleViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
        const origin = originOf(bridgeUrl());
        if (origin && effectiveDirective === 'connect-src' && originOf(blockedURI) === origin) callback();
    };
    document.addEventListener('securitypolicyviolation', handleViolation);
    return () => document.removeEventListener('securitypolicyviolation', handleViolation);
}

/** Empty for what is no address. */
export function originOf(url: string): string {
    try {
        return new URL(url).origin;
    } catch {
        return '';
    }
}
