import type { PackageFiles } from '../package/packageFiles.ts';
import { joinReadings, refusedReading, type ComponentReading } from './componentReading.ts';
import type { ComponentType } from './componentTypes.ts';
import { readXmlFile } from './readXmlFile.ts';
import { rootNamesOf } from './rootNames.ts';
import { splitComponent } from './splitComponent.ts';

/** The components of a type that one XML file each describes. */
export function readXmlComponents(type: ComponentType, files: PackageFiles): ComponentReading {
    const ending = `.${type.suffix}`;
    const own = [...files].filter(([path]) => path.endsWith(ending));
    return joinReadings(own.map(([path, content]) => readXmlComponent(type, path, content)));
}

function readXmlComponent(type: ComponentType, fileName: string, content: Buffer): ComponentReading {
    const fullName = fullNameOf(type, fileName);
    const place = { type: type.xmlName, fullName, fileName };
    const file = readXmlFile(content, rootNamesOf(type, fullName));
    return file.kind === 'read' ? splitComponent(file.root, place) : refusedReading(place, file.problem);
}

/** An org has its labels in one component, whatever the file is called. */
function fullNameOf({ xmlName, directoryName, suffix = '' }: ComponentType, path: string): string {
    return xmlName === 'CustomLabels' ? xmlName : path.slice(directoryName.length + 1, -suffix.length - 1);
}
