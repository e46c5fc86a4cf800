import type { PackagedComponent } from '../components/component.ts';
import { problemOf } from '../components/componentReading.ts';
import type { ComponentProblem, MetadataProblem } from '../metadataProblem.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import { textOf, type XmlElement } from '../xml/xmlElement.ts';

/** A bundle's sources and its configuration, by the names that they have inside its folder. */
export class LightningBundle {
    readonly name: string;
    /** The texts of all files but the `-meta.xml`, by path inside the folder: `softphone.js`. */
    readonly files: ReadonlyMap<string, string>;
    /** The root of `softphone.js-meta.xml`, null when there is none. */
    readonly configuration: XmlElement | null;
    readonly #component: PackagedComponent;

    /** @param component of type LightningComponentBundle; its `-meta.xml`, if any, is well-formed */
    constructor(component: PackagedComponent) {
        if (component.content.kind !== 'files') throw new TypeError(`${component.fileName} is not a bundle of files.`);
        this.#component = component;
        this.name = component.fullName;
        const contents = new Map(
            Object.entries(component.content.files).map(([path, base64]) => [
                path.slice(component.fileName.length + 1),
                Buffer.from(base64, 'base64')
            ])
        );
        const configuration = contents.get(this.configurationFile);
        contents.delete(this.configurationFile);
        this.files = new Map([...contents].map(([path, content]) => [path, content.toString('utf8')]));
        this.configuration = configuration === undefined ? null : parseXmlFile(configuration);
    }

    get configurationFile(): string {
        return `${this.name}.js-meta.xml`;
    }

    /** `66.0`, undefined when the configuration does not say. */
    get apiVersion(): string | undefined {
        return this.configuration ? textOf(this.configuration, 'apiVersion') : undefined;
    }

    /** As the platform names it in its messages: `markup://c:softphone`. */
    get descriptor(): string {
        return `markup://c:${this.name}`;
    }

    /** @param file inside the bundle's folder */
    problem(file: string, problem: MetadataProblem): ComponentProblem {
        return problemOf({ ...this.#component, fileName: `${this.#component.fileName}/${file}` }, problem);
    }

    error(file: string, message: string): ComponentProblem {
        return this.problem(file, { message, severity: 'error' });
    }
}
