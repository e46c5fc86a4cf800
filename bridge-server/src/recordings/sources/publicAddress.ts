import { lookup as lookupByDns } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { SourceError } from '../recordingSource.ts';

/** What IANA has given out of IPv6; the rest is of no use on the Internet, or leads to other networks. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
/** For measuring networks (RFC 2544); the library does not know it. */
const BENCHMARKS = ipaddr.IPv4.parseCIDR('198.18.0.0/15');

/**
 * Whether an IP address is anybody's on the Internet: not private, loopback, link-local, shared by a carrier, multicast
 * or reserved, nor an IPv4 address dressed up as IPv6.
 */
export function isPublicAddress(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.parse(address);
    if (parsed.range() !== 'unicast') return false;
    return parsed instanceof ipaddr.IPv6 ? parsed.match(GIVEN_OUT) : !parsed.match(BENCHMARKS);
}

/**
 * Looks a name up for a connection, and fails with SourceError `forbidden` when one of its addresses is not public.
 * The connection is made to the addresses that were looked at: a name that says something else a moment later changes
 * nothing.
 */
export function createPublicLookup(lookup: LookupFunction = lookupByDns, isPublic = isPublicAddress): LookupFunction {
    return (hostname, options, callback) =>
        lookup(hostname, { ...options, all: true }, (error, found) => {
            if (error) return callback(error, '');
            const addresses = typeof found === 'string' ? [] : found;
            const [first] = addresses;
            if (!first || !addresses.every(({ address }) => isPublic(address)))
                return callback(new SourceError('forbidden', 'The host has an address that is not public'), '');
            return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
        });
}
