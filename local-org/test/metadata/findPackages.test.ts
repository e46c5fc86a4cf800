import { findPackages } from '../../src/metadata/package/findPackages.ts';
import { packageOf } from './packageOf.ts';

function packagesOf(paths: string[], layout: 'single' | 'several') {
    const zip = packageOf(Object.fromEntries(paths.map((path) => [path, ''])));
    return findPackages(zip, layout).map(({ prefix, files }) => [prefix, ...files.keys()]);
}

describe('the packages of a zip', () => {
    it('are one at its root', () => {
        expect(packagesOf(['package.xml', 'labels/CustomLabels.labels'], 'single')).toEqual([
            ['', 'package.xml', 'labels/CustomLabels.labels']
        ]);
    });

    it('are one in its only folder, whose name is kept', () => {
        expect(packagesOf(['unpackaged/package.xml', 'unpackaged/objects/Case.object'], 'single')).toEqual([
            ['unpackaged/', 'package.xml', 'objects/Case.object']
        ]);
    });

    it('are one without a manifest when there is none', () => {
        expect(packagesOf(['objects/Case.object'], 'single')).toEqual([['', 'objects/Case.object']]);
    });

    it('are as many as folders when several are expected, a manifest at the root notwithstanding', () => {
        expect(packagesOf(['package.xml', 'one/package.xml', 'two/labels/X.labels'], 'several')).toEqual([
            ['one/', 'package.xml'],
            ['two/', 'labels/X.labels']
        ]);
    });

    it('are one when several are expected and there is no folder', () => {
        expect(packagesOf(['package.xml'], 'several')).toEqual([['', 'package.xml']]);
    });
});
