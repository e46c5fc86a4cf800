import type { Page } from 'playwright-core';

/** Who calls over the simulated line: somebody on record, or a number as it is typed; null: it is withheld. */
type Customer = { readonly name: string } | { readonly number: string | null };

/** Plays a customer with the panel Simular chamada, and leaves the panel closed. @param ring at the page's agent alone, or in the queue */
export async function callAs(page: Page, customer: Customer, ring: 'me' | 'everybody' = 'me'): Promise<void> {
    const panel = await openPanel(page);
    await panel.getByText(kindOf(customer), { exact: true }).click();
    if ('name' in customer) {
        await panel.getByRole('combobox', { name: 'Cliente' }).click();
        await panel.getByRole('option', { name: new RegExp(customer.name) }).click();
    } else if (customer.number !== null) {
        await panel.getByRole('textbox', { name: 'Número' }).fill(customer.number);
    }
    await panel.getByText(ring === 'me' ? 'Mim' : 'Todos (fila Suporte)', { exact: true }).click();
    await panel.getByRole('button', { name: 'Ligar', exact: true }).click();
    await panel.waitFor({ state: 'detached' });
}

/** The customer hangs up. @param who the number or the name, as the panel shows it */
export async function customerHangsUp(page: Page, who: string): Promise<void> {
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: `Cliente desliga: ${who}` }).click();
    await panel.getByRole('button', { name: 'Fechar o simulador' }).click();
}

async function openPanel(page: Page) {
    const panel = page.getByRole('region', { name: 'Simular chamada' });
    await page.getByRole('button', { name: 'Simular chamada' }).click();
    await panel.waitFor();
    return panel;
}

function kindOf(customer: Customer): string {
    if ('name' in customer) return 'Um cliente cadastrado';
    return customer.number === null ? 'Número oculto' : 'Outro número';
}
