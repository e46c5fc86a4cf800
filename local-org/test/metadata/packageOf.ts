import type { PackageFiles } from '../../src/metadata/package/packageFiles.ts';

/** A document of the Metadata API. */
export function metadataXml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>\n`;
}

/** A package.xml, or a manifest of deletions: the members of each type. */
export function manifestXml(types: Record<string, string[]>, version: string | null = '66.0'): string {
    const members = Object.entries(types).map(
        ([name, named]) =>
            `<types>${named.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`
    );
    return metadataXml('Package', members.join('\n') + (version === null ? '' : `\n<version>${version}</version>`));
}

export function packageOf(contents: Record<string, string>): PackageFiles {
    return new Map(Object.entries(contents).map(([path, content]) => [path, Buffer.from(content)]));
}
