/** Channels such as `PJSIP/1001-00000001` and interfaces such as `Local/1001@from-queue` belong to agent 1001. */
export const DEFAULT_AGENT_CHANNEL = /^(?:PJSIP|SIP|IAX2|Local)\/(\d{2,6})(?=[-@]|$)/;

const MAX_EXTENSION = 40;

/** The extension of the agent whose phone this channel or interface is; null for everybody else's. */
export type AgentOf = (channel: string) => string | null;

/** @param pattern its first group is the extension */
export function createAgentOf(pattern: RegExp): AgentOf {
    // a pattern with the flag g or y would remember where it stopped
    const stateless = new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''));
    return (channel) => {
        const extension = stateless.exec(channel)?.[1];
        return extension && extension.length <= MAX_EXTENSION ? extension : null;
    };
}

/** `Local/1001@from-queue-0000002a;1` and `…;2` are the two ends of one pair. Null for other channels. */
export const localPairOf = (channel: string): string | null => /^(Local\/.+);[12]$/.exec(channel)?.[1] ?? null;
