import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MetadataType, TypeMember } from './metadataType.ts';

const DECLARATION = /^export type (\w+) = /gm;
const BASE = /^(\w+)(?: & \{|;)/;
const MEMBER = /^ +(\w+)(\??): (\w+)(\[\])?;$/gm;
const VALUE = /'([^']*)'/g;

/**
 * The Metadata API's types, from the TypeScript that Salesforce generates of its WSDL (`@salesforce/types`). The file
 * is 860 kB long and regular, so it is kept as text with an index, and a type is read when it is first asked for.
 */
export class TypeCatalogue {
    readonly #source: string;
    readonly #starts = new Map<string, number>();
    readonly #types = new Map<string, MetadataType>();

    constructor(source: string) {
        this.#source = source;
        for (const { 0: declaration, 1: name = '', index } of source.matchAll(DECLARATION)) {
            this.#starts.set(name, index + declaration.length);
        }
    }

    find(name: string): MetadataType | undefined {
        const known = this.#types.get(name);
        const start = this.#starts.get(name);
        if (known || start === undefined) return known;
        const type = readType(name, this.#source.slice(start, endOfDeclaration(this.#source, start)));
        this.#types.set(name, type);
        return type;
    }

    /** The member of that name, the type's own or one that it inherits. */
    findMember(typeName: string, memberName: string): TypeMember | undefined {
        const type = this.find(typeName);
        if (type?.kind !== 'record') return undefined;
        return type.members.get(memberName) ?? (type.baseName ? this.findMember(type.baseName, memberName) : undefined);
    }

    /** All members, the inherited ones first. */
    membersOf(typeName: string): TypeMember[] {
        const type = this.find(typeName);
        if (type?.kind !== 'record') return [];
        const inherited = type.baseName ? this.membersOf(type.baseName) : [];
        return [...inherited, ...type.members.values()];
    }
}

let catalogue: TypeCatalogue | undefined;

/** The catalogue of the version that is installed, read once, when it is first needed. */
export function typeCatalogue(): TypeCatalogue {
    catalogue ??= new TypeCatalogue(readDeclarations());
    return catalogue;
}

function readDeclarations(): string {
    const module = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    return readFileSync(module.replace(/\.js$/, '.d.ts'), 'latin1');
}

/** A declaration ends with its line, or, when that opens a brace, with the line that closes it. */
function endOfDeclaration(source: string, start: number): number {
    const endOfLine = source.indexOf('\n', start);
    return source[endOfLine - 1] === '{' ? source.indexOf('\n}', endOfLine) : endOfLine;
}

function readType(name: string, declaration: string): MetadataType {
    if (declaration === 'string;') return { kind: 'text', name };
    if (declaration.startsWith("'")) {
        return {
            kind: 'enumeration',
            name,
            values: new Set(declaration.matchAll(VALUE).map(([, value = '']) => value))
        };
    }
    const members = declaration.matchAll(MEMBER).map(readMember);
    return {
        kind: 'record',
        name,
        baseName: BASE.exec(declaration)?.[1] ?? null,
        members: new Map(members.map((member) => [member.name, member]))
    };
}

/** The WSDL lets a repeated element be missing; its TypeScript writes it as a list that is always there. */
function readMember([, name = '', optional, typeName = '', list]: RegExpExecArray): TypeMember {
    return { name, typeName, repeated: list !== undefined, required: optional === '' && list === undefined };
}
