import type { RingingCalls } from './ringingCalls.ts';
import type { MeasuredPage } from './softphonePage.ts';

/** The agent takes one call, and the others end. Resolves once the softphone shows its Case. */
export async function showOneCall({ page }: MeasuredPage, calls: RingingCalls): Promise<void> {
    while (calls.count > 1) await calls.endOldest();
    await calls.answerOldest();
    await page.locator('c-softphone [data-id="open-case"]').waitFor();
}
