import { relative, sep } from 'node:path';

/** A place in a file, from 1. */
interface Position {
    line: number;
    column: number;
}

/** An element of a file that was merged from several: where it stands there, and where it was written. */
export interface MergedElement extends Position {
    source: Position & { file: string };
}

/** What a file of a package was made of: one source file line by line, or the elements of several. */
export type Origin = { file: string } | { elements: MergedElement[] };

/** Where in its source folder the files of a package come from. */
export class SourceMap {
    readonly #folder: string;
    readonly #origins: ReadonlyMap<string, Origin>;

    /** @param origins by path in the package */
    constructor(folder: string, origins: ReadonlyMap<string, Origin>) {
        this.#folder = folder;
        this.#origins = origins;
    }

    /**
     * The source of a place in the package, below the source folder: `objects/Case/fields/Level__c.field-meta.xml:11:8`,
     * and of a bundle its folder. What was made by nobody, such as package.xml, keeps its own name.
     *
     * @param fileName in the package: `objects/Case.object`
     */
    locate(fileName: string, line?: number, column?: number): string {
        const origin = this.#origins.get(fileName);
        if (origin === undefined) return this.#locateFolder(fileName) ?? writePlace(fileName, line, column);
        if ('file' in origin) return writePlace(this.#below(origin.file), line, column);
        const at = { line: line ?? 1, column: column ?? Infinity };
        const { source } = origin.elements.findLast((element) => !isAfter(element, at)) ?? origin.elements[0] ?? {};
        if (source === undefined) return writePlace(fileName, line, column);
        return writePlace(this.#below(source.file), line && source.line, column && source.column);
    }

    #locateFolder(folder: string): string | undefined {
        const [path, origin] = [...this.#origins].find(([inside]) => inside.startsWith(`${folder}/`)) ?? [];
        if (path === undefined || origin === undefined || !('file' in origin)) return undefined;
        const inside = path.slice(folder.length).split('/').length - 1;
        return this.#below(origin.file).split('/').slice(0, -inside).join('/');
    }

    #below(file: string): string {
        return relative(this.#folder, file).split(sep).join('/');
    }
}

function isAfter(one: Position, other: Position): boolean {
    return one.line > other.line || (one.line === other.line && one.column > other.column);
}

function writePlace(file: string, line?: number, column?: number): string {
    return [file, line, column].filter((part) => part !== undefined).join(':');
}
