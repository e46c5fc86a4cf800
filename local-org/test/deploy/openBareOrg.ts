import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployOptions } from '../../src/metadata/deploy/deployOptions.ts';
import type { DeployMessage, DeployOutcome } from '../../src/metadata/deploy/deployOutcome.ts';
import { deployPackage } from '../../src/metadata/deploy/deployPackage.ts';
import { composeManifest } from '../../src/metadata/package/composeManifest.ts';
import { readComponents } from '../../src/metadata/components/readComponents.ts';
import { isEmptyShell } from '../../src/metadata/package/selectComponents.ts';
import { openOrg } from '../../src/openOrg.ts';
import type { Org } from '../../src/org.ts';
import { ADMINISTRATOR_ID } from '../../src/seed/setupIds.ts';
import { metadataXml, packageOf } from '../metadata/packageOf.ts';

const OPTIONS: DeployOptions = {
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: false,
    singlePackage: true,
    allowMissingFiles: false,
    autoUpdatePackage: false,
    purgeOnDelete: false,
    testLevel: 'NoTestRun'
};

export interface BareOrg {
    org: Org;
    /** Deploys these files under a manifest that names all of them, unless they bring one. */
    deploy(
        contents: Record<string, string>,
        options?: Partial<DeployOptions>,
        signal?: AbortSignal
    ): Promise<DeployOutcome>;
    close(): Promise<void>;
}

/** An org with its seed and no metadata of anybody's. */
export async function openBareOrg(): Promise<BareOrg> {
    const folder = mkdtempSync(join(tmpdir(), 'local-org-bare-'));
    const { org, close } = await openOrg({ metadataFolder: folder, clock: () => new Date('2026-05-04T12:00:00Z') });
    return {
        org,
        deploy: (contents, options, signal) =>
            deployPackage(org, withManifest(contents), { ...OPTIONS, ...options }, ADMINISTRATOR_ID, signal),
        async close() {
            await close();
            rmSync(folder, { recursive: true });
        }
    };
}

function withManifest(contents: Record<string, string>) {
    const files = packageOf(contents);
    if (files.has('package.xml')) return files;
    const { components, problems } = readComponents(files);
    const named = [
        ...components.filter((component) => !isEmptyShell(component)),
        ...problems.map(({ componentType, fullName }) => ({ type: componentType, fullName }))
    ].filter(({ type }) => type !== '');
    return new Map([...files, ['package.xml', composeManifest(named, '66.0')]]);
}

/** What went wrong, one line for each: `CustomField Case.X__c: …`. */
export function failuresOf({ messages }: DeployOutcome): string[] {
    return messages.filter(({ success }) => !success).map(inOneLine);
}

function inOneLine({ componentType, fullName, problem }: DeployMessage): string {
    return `${componentType} ${fullName}: ${problem}`.trim();
}

export function caseWith(...elements: string[]): Record<string, string> {
    return { 'objects/Case.object': metadataXml('CustomObject', elements.join('\n')) };
}

export function textField(name: string, details = ''): string {
    return `<fields><fullName>${name}</fullName>${details}<label>${name}</label><length>40</length><type>Text</type></fields>`;
}

export function customObject(label: string, ...elements: string[]): string {
    const described = `<deploymentStatus>Deployed</deploymentStatus>${elements.join('\n')}<label>${label}</label>
        <nameField><label>Name</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel>
        <sharingModel>ReadWrite</sharingModel>`;
    return metadataXml('CustomObject', described);
}

export function permissionSet(content: string): string {
    return metadataXml('PermissionSet', `${content}<label>Clerk</label>`);
}
