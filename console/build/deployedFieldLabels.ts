import { readFieldLabels } from './fieldLabels.ts';
import { objectsFolder } from './paths.ts';

/** Stands for the module `force-app/fieldLabels` where nothing is built: in tests. */
export default readFieldLabels(objectsFolder);
