import fs from 'node:fs';

const LABEL = /<labels>([\s\S]*?)<\/labels>/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The custom labels of a `.labels-meta.xml` file by name, in the language in which the project writes them. */
export function readCustomLabels(file: string): Map<string, string> {
    const labels = new Map<string, string>();
    for (const [, block = ''] of fs.readFileSync(file, 'utf8').matchAll(LABEL)) {
        labels.set(readElement(block, 'fullName'), readElement(block, 'value'));
    }
    return labels;
}

function readElement(block: string, name: string): string {
    const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(block)?.[1] ?? '';
    return text.replace(/&(\w+);/g, (entity, entityName: string) => ENTITIES[entityName] ?? entity);
}
