import { CommandRefused } from '../../telephonyAdapter.ts';
import type { AmiConnection } from '../amiConnection.ts';
import { AmiRefused } from '../amiError.ts';
import type { AmiAction, AmiMessage } from '../amiMessage.ts';

const SILENT = 'A central telefônica não respondeu. Confira no aparelho antes de tentar de novo.';

/** The PBX as a command asks it: what it refuses is refused to the agent, in its words. */
export interface Pbx {
    /** Throws CommandRefused: `telephony-silent`, or what `refused` makes of the PBX's words. */
    ask(action: AmiAction, refused?: (words: string) => CommandRefused): Promise<AmiMessage>;
    /** As `ask`, of an action that is answered by a list. */
    list(action: AmiAction): Promise<readonly AmiMessage[]>;
}

export function createPbx(connection: Pick<AmiConnection, 'request' | 'list'>): Pbx {
    const refusing =
        (refused = (words: string) => new CommandRefused(words)) =>
        (error: unknown): never => {
            if (error instanceof AmiRefused)
                throw isGone(error.message)
                    ? new CommandRefused(GONE, { reason: 'call-over', cause: error })
                    : refused(error.message);
            throw new CommandRefused(SILENT, { reason: 'telephony-silent', cause: error });
        };
    return {
        ask: (action, refused) => connection.request(action).catch(refusing(refused)),
        list: (action) => connection.list(action).catch(refusing())
    };
}

export const GONE = 'Esta chamada já não está no seu telefone.';

/** The channel hung up while the agent asked. */
const isGone = (words: string): boolean => /no such channel|channel not (?:found|existent)|does not exist/i.test(words);
