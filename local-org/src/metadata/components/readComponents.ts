import type { PackageFiles } from '../package/packageFiles.ts';
import { readBundles } from './readBundles.ts';
import { joinReadings, type ComponentReading } from './componentReading.ts';
import { typesInDirectory, type ComponentType } from './componentTypes.ts';
import { readFilesWithMetaFile } from './readFilesWithMetaFile.ts';
import { readFolders } from './readFolders.ts';
import { readXmlComponents } from './readXmlComponents.ts';

/**
 * The components of a package, those inside others on their own (`objects/Case.object` gives the object and its
 * fields), and what cannot be read. Files at the package's root, and files whose ending no type of their directory has,
 * are not looked at, as on the platform.
 */
export function readComponents(files: PackageFiles): ComponentReading {
    const directories = Map.groupBy([...files].filter(([path]) => path.includes('/')).sort(byPath), ([path]) =>
        path.slice(0, path.indexOf('/'))
    );
    return joinReadings([...directories].map(([name, inside]) => readDirectory(name, new Map(inside))));
}

function byPath([one]: [string, Buffer], [other]: [string, Buffer]): number {
    return one < other ? -1 : 1;
}

function readDirectory(name: string, files: PackageFiles): ComponentReading {
    const types = typesInDirectory(name);
    if (types.length > 0) return joinReadings(types.map((type) => readType(type, files)));
    const message = `Unknown directory: the Metadata API has no type whose components lie in ${name}`;
    const problem = { message, severity: 'error' as const, fileName: name, fullName: name, componentType: '' };
    return { components: [], problems: [problem] };
}

function readType(type: ComponentType, files: PackageFiles): ComponentReading {
    const folders = type.inFolder ? [readFolders(type, files)] : [];
    return joinReadings([...folders, readShape(type, files)]);
}

function readShape(type: ComponentType, files: PackageFiles): ComponentReading {
    switch (type.shape) {
        case 'xml':
            return readXmlComponents(type, files);
        case 'withMetaFile':
            return readFilesWithMetaFile(type, files);
        case 'bundle':
            return readBundles(type, files);
    }
}
