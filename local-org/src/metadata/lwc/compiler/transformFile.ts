import { transformSync } from '@lwc/compiler';
import type { BundleSource } from './bundleSource.ts';

/**
 * The code that the open-source compiler makes of one of a bundle's files, with the settings of an org that is up to
 * date: `lwc:on` and template expressions are on, and the compiler leaves them to the API versions that have them.
 *
 * @throws an error of the compiler, which may hold several
 */
export function transformFile(file: string, { name, apiVersion, dynamicComponents, files }: BundleSource): string {
    const { code } = transformSync(files[file] ?? '', file, {
        name,
        namespace: 'c',
        apiVersion: Number(apiVersion),
        enableDynamicComponents: dynamicComponents,
        experimentalComplexExpressions: true,
        enableLwcOn: true,
        scopedStyles: file.endsWith('.scoped.css')
    });
    return code;
}
