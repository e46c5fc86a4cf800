import type { Agent } from './agent.ts';

/** Opens the Case of a call by its button in Histórico, and closes the softphone's panel. */
export async function openCaseOf(ana: Agent, protocol: string): Promise<void> {
    const { page, softphone } = ana;
    await ana.openTab('Histórico');
    const row = softphone.getByRole('listitem').filter({ hasText: protocol });
    await row.getByRole('button', { name: /^Abrir caso/ }).click();
    await page.locator('[data-utility=softphone]').click();
}
