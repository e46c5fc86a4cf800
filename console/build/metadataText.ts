const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of that name, its entities resolved; empty when there is none. */
export function readElement(xml: string, name: string): string {
    const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '';
    return text.replace(/&(\w+);/g, (entity, entityName: string) => ENTITIES[entityName] ?? entity);
}
