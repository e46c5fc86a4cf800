import JSZip from 'jszip';
import type { PackagedComponent } from '../components/component.ts';
import { composeFiles } from '../components/composeFiles.ts';
import { composeManifest } from '../package/composeManifest.ts';
import { MANIFEST } from '../package/findPackages.ts';
import type { Org } from '../../org.ts';
import type { ListedFile } from './fileProperties.ts';
import { findRequested } from './findRequested.ts';
import type { RetrieveRequest } from './retrieveRequest.ts';

const FOLDER = 'unpackaged/';

export interface RetrievedPackage {
    files: ListedFile[];
    /** RetrieveMessage of the Metadata API. */
    messages: { fileName: string; problem: string }[];
}

/** The components that a request names, as a zip (base64) with a manifest that names those found. */
export async function composePackage(
    org: Org,
    { members, apiVersion, singlePackage }: RetrieveRequest
): Promise<RetrievedPackage & { zip: string }> {
    const prefix = singlePackage ? '' : FOLDER;
    const manifestPath = prefix + MANIFEST;
    const { components, problems } = findRequested(org, members);
    const zip = new JSZip();
    const options = { createFolders: false, date: org.clock() };
    for (const [path, content] of composeFiles(components)) zip.file(prefix + path, content, options);
    zip.file(manifestPath, composeManifest(components, apiVersion), options);
    const manifest = { type: 'Package', fullName: manifestPath, fileName: manifestPath, component: null };
    return {
        zip: await zip.generateAsync({ type: 'base64', compression: 'DEFLATE' }),
        files: [...components.flatMap((component) => listFiles(org, component, prefix)), manifest],
        messages: problems.map((problem) => ({ fileName: manifestPath, problem }))
    };
}

function listFiles(org: Org, { type, fullName, fileName, content }: PackagedComponent, prefix: string): ListedFile[] {
    const component = org.components.find(type, fullName) ?? null;
    const paths = content.kind === 'files' ? Object.keys(content.files) : [fileName];
    return paths.map((path) => ({ type, fullName, fileName: prefix + path, component }));
}
