import type { PackageFiles } from '../package/packageFiles.ts';
import { META_FILE_ENDING } from './componentPath.ts';
import { joinReadings, refusedReading, type ComponentReading } from './componentReading.ts';
import type { ComponentType } from './componentTypes.ts';
import { readXmlFile } from './readXmlFile.ts';
import { rootNamesOf } from './rootNames.ts';

/** The components of a type that are a file of any kind and the `-meta.xml` that describes it. */
export function readFilesWithMetaFile(type: ComponentType, files: PackageFiles): ComponentReading {
    const own = [...files.keys()].filter((path) => isContent(type, path));
    return joinReadings(own.map((path) => readComponent(type, path, files)));
}

/** A document may be any file that lies in a folder. */
function isContent({ suffix }: ComponentType, path: string): boolean {
    if (path.endsWith(META_FILE_ENDING)) return false;
    return suffix === undefined ? path.split('/').length > 2 : path.endsWith(`.${suffix}`);
}

function readComponent(type: ComponentType, fileName: string, files: PackageFiles): ComponentReading {
    const ending = type.suffix === undefined ? '' : `.${type.suffix}`;
    const fullName = fileName.slice(type.directoryName.length + 1, fileName.length - ending.length);
    const place = { type: type.xmlName, fullName, fileName };
    const metaName = fileName + META_FILE_ENDING;
    const [content, meta] = [files.get(fileName), files.get(metaName)];
    if (!content || !meta) return refusedReading(place, { message: `Missing file: ${metaName}`, severity: 'error' });
    const metaFile = readXmlFile(meta, rootNamesOf(type, fullName));
    if (metaFile.kind === 'refused') return refusedReading({ ...place, fileName: metaName }, metaFile.problem);
    const both = { [fileName]: content.toString('base64'), [metaName]: meta.toString('base64') };
    return { components: [{ ...place, content: { kind: 'files', files: both } }], problems: [] };
}
