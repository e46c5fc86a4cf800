import type { Part, Scene } from './scene.ts';

/** A customer reaches the queue, and the first agent at whom it rings takes the call. */
export function arrivesAndIsAnswered(scene: Scene): Part {
    scene.tell({ type: 'callArrived' });
    scene.pass(20, 300);
    const agent = scene.part();
    scene.rings(agent);
    scene.answers(agent);
    return agent;
}

/** Hands the customer over without asking; the colleague takes the call. */
export function handsOver(scene: Scene, from: Part): Part {
    const colleague = scene.part();
    scene.tell({ type: 'legTransferred', ...from, mode: 'blind', to: colleague.agent });
    scene.rings(colleague);
    scene.answers(colleague);
    return colleague;
}
