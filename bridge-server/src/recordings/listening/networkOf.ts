import ipaddr from 'ipaddr.js';

/** Of the eight groups of an IPv6 address. */
const NETWORK_GROUPS = 4;

/** What one subscriber has at least: an IPv4 address, or all IPv6 addresses that begin with the same 64 bits. */
export function networkOf(address: string): string {
    if (!ipaddr.IPv6.isValid(address)) return address;
    const parsed = ipaddr.IPv6.parse(address);
    if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
    const groups = parsed.parts.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
    return `${groups.join(':')}::/64`;
}
