import type { PackageFiles } from '../package/packageFiles.ts';
import { META_FILE_ENDING } from './componentPath.ts';
import { joinReadings, problemOf, type ComponentReading } from './componentReading.ts';
import type { ComponentType } from './componentTypes.ts';
import { readXmlFile } from './readXmlFile.ts';
import { rootNamesOf } from './rootNames.ts';

/** The components of a type that are a folder of files each: `lwc/softphone`. */
export function readBundles(type: ComponentType, files: PackageFiles): ComponentReading {
    const inBundles = [...files].filter(([path]) => path.split('/').length > 2);
    const byBundle = Map.groupBy(inBundles, ([path]) => path.split('/', 2).join('/'));
    return joinReadings([...byBundle].map(([folder, inside]) => readBundle(type, folder, inside)));
}

/** A bundle that has no `-meta.xml`, or one too many, is a bundle all the same: its own compiler says what is amiss. */
function readBundle(type: ComponentType, fileName: string, files: [string, Buffer][]): ComponentReading {
    const place = { type: type.xmlName, fullName: fileName.slice(type.directoryName.length + 1), fileName };
    const problems = files
        .filter(([path]) => path.endsWith(META_FILE_ENDING))
        .flatMap(([path, content]) => {
            const file = readXmlFile(content, rootNamesOf(type, place.fullName));
            return file.kind === 'refused' ? [problemOf({ ...place, fileName: path }, file.problem)] : [];
        });
    if (problems.length > 0) return { components: [], problems };
    const encoded = files.map(([path, content]) => [path, content.toString('base64')] as const);
    return { components: [{ ...place, content: { kind: 'files', files: Object.fromEntries(encoded) } }], problems };
}
