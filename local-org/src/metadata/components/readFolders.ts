import type { PackageFiles } from '../package/packageFiles.ts';
import { META_FILE_ENDING } from './componentPath.ts';
import { joinReadings, refusedReading, type ComponentReading } from './componentReading.ts';
import type { ComponentType } from './componentTypes.ts';
import { readXmlFile } from './readXmlFile.ts';
import { folderRootNamesOf } from './rootNames.ts';

/**
 * The folders that components of a type lie in: `reports/Calls-meta.xml`. A folder is a component of the type that lies
 * in it, for so package.xml names it.
 */
export function readFolders(type: ComponentType, files: PackageFiles): ComponentReading {
    const described = [...files].filter(([path]) => isFolderFile(path, files));
    return joinReadings(described.map(([path, content]) => readFolder(type, path, content)));
}

/** The `-meta.xml` that stands beside no file of its name. */
function isFolderFile(path: string, files: PackageFiles): boolean {
    if (!path.endsWith(META_FILE_ENDING)) return false;
    const described = path.slice(0, -META_FILE_ENDING.length);
    return !files.has(described) && !/\.\w+$/.test(described);
}

function readFolder(type: ComponentType, fileName: string, content: Buffer): ComponentReading {
    const fullName = fileName.slice(type.directoryName.length + 1, -META_FILE_ENDING.length);
    const place = { type: type.xmlName, fullName, fileName };
    const file = readXmlFile(content, folderRootNamesOf(type));
    if (file.kind === 'refused') return refusedReading(place, file.problem);
    return { components: [{ ...place, content: { kind: 'xml', element: file.root } }], problems: [] };
}
