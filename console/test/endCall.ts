import type { Locator } from 'playwright-core';

/** Leaves the agent free for the next call, whichever way this one ended. */
export async function finishWrapUp(softphone: Locator): Promise<void> {
    await softphone.getByRole('tab', { name: 'Atendimento' }).click();
    await softphone.getByText('Pós-atendimento', { exact: true }).first().waitFor();
    await softphone.getByRole('button', { name: 'Concluir e ficar disponível' }).click();
    await softphone.getByText('Nenhum atendimento agora').waitFor();
}

/** Hangs up and is done with the call. */
export async function endCall(softphone: Locator): Promise<void> {
    await softphone.getByRole('button', { name: 'Desligar' }).click();
    await finishWrapUp(softphone);
}
