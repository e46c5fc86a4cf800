import type { BridgeError } from 'c/bridgeClient';

const BRIDGE_PROBLEM = 'urn:softphone-bridge:';

/**
 * An error's name that fits into a message: the bridge's own, such as `number-unknown`, or else the kind of
 * {@link BridgeError}; `unreachable` for an error of any other sort.
 */
export function reasonOf(error: unknown): string {
    const { kind = 'unreachable', problem } = (error ?? {}) as Partial<BridgeError>;
    const type = problem?.type ?? '';
    return type.startsWith(BRIDGE_PROBLEM) ? type.slice(BRIDGE_PROBLEM.length) : kind;
}
