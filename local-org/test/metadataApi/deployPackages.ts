import type { Connection } from 'jsforce';
import { manifestXml, metadataXml } from '../metadata/packageOf.ts';
import { zipPackage } from '../zipPackage.ts';

const POLL_INTERVAL_MS = 5;

export function textField(name: string, length = 20): string {
    return `<fields><fullName>${name}</fullName><label>${name}</label><length>${length}</length><type>Text</type></fields>`;
}

/** A package that brings a field of Case. */
export function fieldPackage(name: string, field = textField(name)): Promise<Buffer> {
    return zipPackage({
        'package.xml': manifestXml({ CustomField: [`Case.${name}`] }),
        'objects/Case.object': metadataXml('CustomObject', field)
    });
}

/** Deploys a single package by SOAP and waits for the result, details included. */
export function deploy(connection: Connection, zip: Buffer, options: object = {}) {
    connection.metadata.pollInterval = POLL_INTERVAL_MS;
    return connection.metadata.deploy(zip, { singlePackage: true, rollbackOnError: true, ...options }).complete(true);
}

/** The result of a deploy, by its id, once it is over. */
export async function waitForDeploy(connection: Connection, id: unknown, { rest } = { rest: false }) {
    for (;;) {
        const result = await connection.metadata.checkDeployStatus(String(id), true, rest);
        if (result.done) return result;
    }
}

export async function fieldNamesOfCase(connection: Connection): Promise<string[]> {
    return (await connection.sobject('Case').describe()).fields.map(({ name }) => name);
}
