import { childTypesOf } from '../components/childTypes.ts';
import { componentTypes, lackingFor } from '../components/componentTypes.ts';

/** DescribeMetadataResult: the types of which this org can hold components. */
export function describeMetadata() {
    const held = componentTypes.filter((type) => lackingFor(type) === undefined);
    return {
        metadataObjects: held.map((type) => ({
            childXmlNames: childTypesOf(type.xmlName).map(({ xmlName }) => xmlName),
            directoryName: type.directoryName,
            inFolder: type.inFolder,
            metaFile: type.shape === 'withMetaFile',
            suffix: type.suffix,
            xmlName: type.xmlName
        })),
        organizationNamespace: '',
        partialSaveAllowed: true,
        testRequired: false
    };
}
