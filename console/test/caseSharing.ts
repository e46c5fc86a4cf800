import { manifestXml, metadataXml } from '../../local-org/test/metadata/packageOf.ts';
import { zipPackage } from '../../local-org/test/zipPackage.ts';
import { ask, logInAdministrator } from './orgRecords.ts';

const API = '/services/data/v66.0';
const POLL_MS = 50;
const PATIENCE_MS = 15_000;

interface Deploy {
    readonly id: string;
}
interface DeployStatus {
    readonly deployResult: { readonly done: boolean; readonly success: boolean; readonly status: string };
}

/**
 * The administrator says who sees other people's Cases.
 *
 * @param model `Private`: their owners and the administrators alone; `ReadWrite`: everybody
 */
export async function shareCases(orgUrl: string, model: 'Private' | 'ReadWrite'): Promise<void> {
    const headers = { authorization: `Bearer ${await logInAdministrator(orgUrl)}` };
    const form = new FormData();
    form.set('json', JSON.stringify({ deployOptions: { singlePackage: true, rollbackOnError: true } }));
    form.set('file', new Blob([new Uint8Array(await sharingPackage(model))]), 'deploy.zip');
    const url = `${orgUrl}${API}/metadata/deployRequest`;
    const { id } = await ask<Deploy>(url, { method: 'POST', headers, body: form });
    const deadlineMs = Date.now() + PATIENCE_MS;
    for (;;) {
        const { deployResult } = await ask<DeployStatus>(`${url}/${id}`, { headers });
        if (deployResult.success) return;
        if (deployResult.done || Date.now() > deadlineMs)
            throw new Error(`The sharing of Cases was not deployed: ${deployResult.status}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
}

const sharingPackage = (model: string): Promise<Buffer> =>
    zipPackage({
        'package.xml': manifestXml({ CustomObject: ['Case'] }),
        'objects/Case.object': metadataXml('CustomObject', `<sharingModel>${model}</sharingModel>`)
    });
