import { fieldOf } from '../amiMessage.ts';
import type { DialPlan } from '../dialPlan.ts';
import type { Pbx } from './pbx.ts';

/**
 * Whether the dial plan has a place for it. A PBX without the function (func_dialplan) is taken at its word when it is
 * asked to go there.
 */
export async function isDiallable(pbx: Pbx, { context }: DialPlan, extension: string): Promise<boolean> {
    return (await evaluate(pbx, `DIALPLAN_EXISTS(${context},${extension},1)`)) !== '0';
}

/** `NOT_INUSE`, `INUSE`, `BUSY`, `UNAVAILABLE`, `INVALID`…; empty where the PBX does not know (func_devstate). */
export const deviceStateOf = (pbx: Pbx, { interfaceOf }: DialPlan, extension: string): Promise<string> =>
    evaluate(pbx, `DEVICE_STATE(${interfaceOf(extension)})`);

const evaluate = async (pbx: Pbx, expression: string): Promise<string> =>
    fieldOf(await pbx.ask({ Action: 'Getvar', Variable: expression }), 'Value');
