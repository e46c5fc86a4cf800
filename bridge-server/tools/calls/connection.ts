import { BadArguments } from './badArguments.ts';

export interface Connection {
    readonly bridgeUrl: string;
    readonly token: string;
}

/** Where the bridge is and the token for it. Throws BadArguments. */
export function readConnection(environment: Readonly<Record<string, string | undefined>>): Connection {
    const bridgeUrl = environment['BRIDGE_URL'] || 'http://127.0.0.1:4180';
    if (!/^https?:\/\/[^\s/]/.test(bridgeUrl) || !URL.canParse(bridgeUrl))
        throw new BadArguments(`BRIDGE_URL must be a URL such as http://127.0.0.1:4180, not "${bridgeUrl}".`);
    const token = environment['ADMIN_TOKEN'];
    if (!token) throw new BadArguments('ADMIN_TOKEN is missing: set it to the one that the bridge was started with.');
    if (!/^[\x21-\x7e]+$/.test(token)) throw new BadArguments('ADMIN_TOKEN must be plain characters without blanks.');
    return { bridgeUrl: bridgeUrl.replace(/\/+$/, ''), token };
}
