import { RequestRefused } from '../contract/requestRefused.ts';
import { toSalesforceError } from './salesforceError.ts';

/** Asks Salesforce what an agent waits for. Throws RequestRefused (503) in words for them. */
export async function askForAgent<T>(ask: () => Promise<T>): Promise<T> {
    try {
        return await ask();
    } catch (error) {
        const cause = toSalesforceError(error);
        throw cause.kind === 'permanent'
            ? new RequestRefused(503, 'O Salesforce recusou esta consulta. Avise o administrador.', {
                  name: 'salesforce-refused',
                  cause
              })
            : new RequestRefused(503, 'O Salesforce não está respondendo. Tente de novo em instantes.', {
                  name: 'salesforce-away',
                  cause
              });
    }
}
