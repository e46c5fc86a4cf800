import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startLocalOrg } from '../../../../local-org/src/startLocalOrg.ts';
import { SalesforceConnection } from '../../../src/salesforce/salesforceConnection.ts';
import { createTestKeys } from '../../support/startTestBridge.ts';

const FORCE_APP = join(import.meta.dirname, '../../../../force-app/main/default');
const PERMISSION_SET = 'permissionsets/SoftphoneIntegration.permissionset-meta.xml';

/** What a customer's org has on Case beside ours. `access`: what the bridge's user is granted. */
const FIELDS: Readonly<Record<string, { readonly type: string; readonly access: 'edit' | 'read' | 'none' }>> = {
    Fila__c: { type: '<length>40</length><type>Text</type>', access: 'edit' },
    Hidden__c: { type: '<length>40</length><type>Text</type>', access: 'none' },
    Locked__c: { type: '<length>40</length><type>Text</type>', access: 'read' },
    Notas__c: { type: '<length>1000</length><type>LongTextArea</type><visibleLines>3</visibleLines>', access: 'edit' },
    Curto__c: {
        type: '<externalId>true</externalId><length>20</length><type>Text</type><unique>true</unique>',
        access: 'edit'
    },
    Repetido__c: { type: '<length>64</length><type>Text</type>', access: 'edit' },
    Externo__c: { type: '<externalId>true</externalId><length>64</length><type>Text</type>', access: 'edit' },
    Pontos__c: { type: '<precision>3</precision><scale>0</scale><type>Number</type>', access: 'edit' },
    Urgente__c: { type: '<defaultValue>false</defaultValue><type>Checkbox</type>', access: 'edit' },
    Inicio__c: { type: '<type>DateTime</type>', access: 'edit' },
    Prazo__c: { type: '<type>Date</type>', access: 'edit' },
    Formula__c: { type: '<formula>Subject</formula><type>Text</type>', access: 'read' },
    Canal__c: { type: `<type>Picklist</type>${valueSet(true)}`, access: 'edit' },
    CanalLivre__c: { type: `<type>Picklist</type>${valueSet(false)}`, access: 'edit' },
    Canais__c: {
        type: `<type>MultiselectPicklist</type><visibleLines>3</visibleLines>${valueSet(true)}`,
        access: 'edit'
    }
};

function valueSet(isRestricted: boolean): string {
    const values = ['Voz', 'Chat', 'E-mail']
        .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
        .join('');
    return `<valueSet><restricted>${isRestricted}</restricted><valueSetDefinition><sorted>false</sorted>${values}</valueSetDefinition></valueSet>`;
}

const metadata = (type: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`;

/** A local org with our force-app and a customer's own fields and record types, seen as the integration user. */
export async function startMappedOrg() {
    const metadataFolder = mkdtempSync(join(tmpdir(), 'mapped-org-'));
    const write = (path: string, content: string) => {
        mkdirSync(dirname(join(metadataFolder, path)), { recursive: true });
        writeFileSync(join(metadataFolder, path), content);
    };
    cpSync(join(FORCE_APP, 'objects'), join(metadataFolder, 'objects'), { recursive: true });
    write(PERMISSION_SET, grantFields(readFileSync(join(FORCE_APP, PERMISSION_SET), 'utf8')));
    for (const [name, { type }] of Object.entries(FIELDS)) {
        const content = `<fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${type}`;
        write(`objects/Case/fields/${name}.field-meta.xml`, metadata('CustomField', content));
    }
    for (const [name, isActive] of [
        ['Atendimento', true],
        ['Reclamacao', true],
        ['Antigo', false]
    ] as const) {
        const content = `<fullName>${name}</fullName><active>${isActive}</active><label>${name}</label>`;
        write(`objects/Case/recordTypes/${name}.recordType-meta.xml`, metadata('RecordType', content));
    }
    const { publicKeyPem, privateKeyFile } = createTestKeys();
    const org = await startLocalOrg({ port: 0, publicKeyPem, clientId: 'softphone-bridge', metadataFolder });
    return {
        url: org.url,
        connection: connectTo(org.url, privateKeyFile),
        connectThrough: (url: string) => connectTo(url, privateKeyFile),
        /** Schedules a fault of the emulated API. */
        fail: (fault: Record<string, unknown>) => control(org.url, 'POST', 'faults', fault),
        heal: () => control(org.url, 'DELETE', 'faults'),
        close: () => org.close()
    };
}

export type MappedOrg = Awaited<ReturnType<typeof startMappedOrg>>;

const connectTo = (loginUrl: string, privateKeyFile: string) =>
    new SalesforceConnection({
        loginUrl,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(privateKeyFile, 'utf8')
    });

async function control(url: string, method: string, path: string, body?: unknown): Promise<void> {
    const response = await fetch(`${url}/_org/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) })
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

function grantFields(permissionSet: string): string {
    const grants = [
        ...Object.entries(FIELDS)
            .filter(([, { access }]) => access !== 'none')
            .map(([name, { access }]) => [name, access === 'edit']),
        ['ParentId', true],
        ['Priority', true]
    ].map(
        ([name, isEditable]) =>
            `<fieldPermissions><editable>${isEditable}</editable><field>Case.${name}</field><readable>true</readable></fieldPermissions>`
    );
    return permissionSet.replace('<fieldPermissions>', `${grants.join('')}<fieldPermissions>`);
}
