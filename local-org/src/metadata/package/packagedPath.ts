import type { ComponentType } from '../components/componentTypes.ts';
import { META_FILE_ENDING } from '../components/componentPath.ts';

/** `Calls.reportFolder-meta.xml` */
export const FOLDER_ENDING = /\.\w*[fF]older-meta\.xml$/;

/**
 * Where a source file lies in a package, below its type's directory. In a package only what stands beside a file of its
 * own keeps `-meta.xml`; folders of a project's own choosing are gone, and folders that are components stay.
 *
 * @param path below the type's directory in the source folder
 * @param siblings the paths of all source files of the type
 */
export function packagedPath(type: ComponentType, path: string, siblings: readonly string[]): string {
    if (type.shape === 'bundle') return path;
    if (type.inFolder && FOLDER_ENDING.test(path)) return path.replace(FOLDER_ENDING, META_FILE_ENDING);
    const placed = type.inFolder ? path : path.slice(path.lastIndexOf('/') + 1);
    if (type.shape === 'xml') return placed.endsWith(META_FILE_ENDING) ? withoutMetaEnding(placed) : placed;
    return describedPath(type, placed, path, siblings);
}

/** `data.json` and `data.resource-meta.xml` become `data.resource` and its `-meta.xml`; documents keep their ending. */
function describedPath(type: ComponentType, placed: string, path: string, siblings: readonly string[]): string {
    if (type.xmlName === 'StaticResource') {
        return placed.endsWith(META_FILE_ENDING) ? placed : `${stemOf(placed)}.${type.suffix}`;
    }
    if (type.xmlName !== 'Document' || !placed.endsWith(META_FILE_ENDING)) return placed;
    const stem = stemOf(withoutMetaEnding(path));
    const content = siblings.find((sibling) => !sibling.endsWith(META_FILE_ENDING) && stemOf(sibling) === stem);
    return content === undefined ? placed : content + META_FILE_ENDING;
}

function withoutMetaEnding(path: string): string {
    return path.slice(0, -META_FILE_ENDING.length);
}

function stemOf(path: string): string {
    return path.replace(/\.[^./]*$/, '');
}
