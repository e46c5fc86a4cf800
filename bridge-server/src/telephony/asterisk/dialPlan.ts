import type { TransferTarget } from '../../contract/callActions.ts';
import { readPhoneNumber } from '../../calls/phoneNumber.ts';
import { CommandRefused } from '../telephonyAdapter.ts';

/** What the bridge knows of the PBX's dial plan. */
export interface DialPlanOptions {
    /** Where agents' extensions, queues and outside numbers can be dialled. */
    readonly context: string;
    /** By a queue's name, the extension that leads to it; a queue whose name can be dialled needs none. */
    readonly queueExtensions: ReadonlyMap<string, string>;
    /** How an outside number is dialled: `{e164}` without its plus, `{national}` with area code. */
    readonly outboundNumber: string;
    /** How a number abroad is dialled. */
    readonly internationalNumber: string;
    /** What an agent would press to join everybody (features.conf: `atxferthreeway`). */
    readonly conferenceKeys: string;
    /** An agent's telephone as the PBX calls it; `{extension}` stands for the extension. */
    readonly agentInterface: string;
}

export interface DialPlan extends DialPlanOptions {
    /** What to dial in the context. Throws CommandRefused: `no-such-target`. */
    extensionOf(target: TransferTarget): string;
    /** What to dial for a number in E.164, an extension or a service. Throws CommandRefused: `no-such-target`. */
    dialledAs(number: string): string;
    interfaceOf(extension: string): string;
}

const NO_WAY_TO_QUEUE =
    'Não se chega a esta fila por um ramal: peça ao administrador que o configure (QUEUE_EXTENSIONS).';
const NOT_DIALLABLE = 'Este destino não pode ser discado.';

const BRAZIL = '+55';
/** What can be dialled by keys; a queue such as `600` is its own extension. */
const DIALLABLE = /^[0-9*#]{1,32}$/;

export function createDialPlan(options: DialPlanOptions): DialPlan {
    const { queueExtensions, outboundNumber, internationalNumber } = options;
    const dialledAs = (number: string): string => {
        const digits = number.replace('+', '');
        const template = number.startsWith(BRAZIL) ? outboundNumber : internationalNumber;
        return number.startsWith('+')
            ? template.replace('{e164}', digits).replace('{national}', digits.slice(BRAZIL.length - 1))
            : diallable(digits, NOT_DIALLABLE);
    };
    return {
        ...options,
        dialledAs,
        interfaceOf: (extension) => options.agentInterface.replaceAll('{extension}', extension),
        extensionOf(target) {
            switch (target.kind) {
                case 'agent':
                    return diallable(target.extension, NOT_DIALLABLE);
                case 'queue':
                    return diallable(queueExtensions.get(target.name) ?? target.name, NO_WAY_TO_QUEUE);
                case 'number':
                    return dialledAs(readPhoneNumber(target.number)?.e164 ?? target.number);
            }
        }
    };
}

function diallable(extension: string, otherwise: string): string {
    if (DIALLABLE.test(extension)) return extension;
    throw new CommandRefused(otherwise, { reason: 'no-such-target' });
}

/** That of FreePBX and Issabel. */
export const DEFAULT_DIAL_PLAN: DialPlanOptions = {
    context: 'from-internal',
    queueExtensions: new Map(),
    outboundNumber: '{national}',
    internationalNumber: '00{e164}',
    conferenceKeys: '*3',
    agentInterface: 'PJSIP/{extension}'
};
