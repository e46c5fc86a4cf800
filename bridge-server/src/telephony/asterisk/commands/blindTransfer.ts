import type { CarryOut } from './commandScene.ts';
import { endHold } from './hold.ts';
import { findOtherEnds } from './otherEnds.ts';
import { tellOfLeg } from './tellOfLeg.ts';
import { nameTarget, requireCustomerAlone } from './transferTarget.ts';

/** Hands the customer over unasked. */
export const blindTransfer: CarryOut<'blindTransfer'> = async (scene) => {
    const { command, leg, channel, pbx, dialPlan } = scene;
    requireCustomerAlone(scene);
    const extension = await nameTarget(scene, command.to);
    const wasHeld = leg.held !== false;
    // until the two are connected there is nobody to hand over
    await findOtherEnds(pbx, channel);
    if (wasHeld) await endHold(scene);
    try {
        await pbx.ask({ Action: 'BlindTransfer', Channel: channel, Context: dialPlan.context, Exten: extension });
    } catch (error) {
        if (wasHeld) await tellOfLeg('legResumed', scene).catch(() => undefined);
        throw error;
    }
};
