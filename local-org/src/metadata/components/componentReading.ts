import type { ComponentProblem, MetadataProblem } from '../metadataProblem.ts';
import type { PackagedComponent } from './component.ts';

/** What was read of a package or of one of its files. */
export interface ComponentReading {
    components: PackagedComponent[];
    problems: ComponentProblem[];
}

/** A component by name, and the file it comes in. */
export type ComponentPlace = Pick<PackagedComponent, 'type' | 'fullName' | 'fileName'>;

export function joinReadings(readings: ComponentReading[]): ComponentReading {
    return {
        components: readings.flatMap(({ components }) => components),
        problems: readings.flatMap(({ problems }) => problems)
    };
}

export function refusedReading(place: ComponentPlace, problem: MetadataProblem): ComponentReading {
    return { components: [], problems: [problemOf(place, problem)] };
}

export function problemOf({ type, fullName, fileName }: ComponentPlace, problem: MetadataProblem): ComponentProblem {
    return { ...problem, componentType: type, fullName, fileName };
}
