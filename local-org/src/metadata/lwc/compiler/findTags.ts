import { parse, type ChildNode, type Root } from '@lwc/template-compiler';
import type { BundleSource } from './bundleSource.ts';
import type { BundleReference } from './bundleVerdict.ts';

/** The components that a bundle's templates show: `<lightning-button>`, `<c-call-card>`. */
export function findTags({ name, apiVersion, dynamicComponents, files }: BundleSource): BundleReference[] {
    return Object.entries(files)
        .filter(([file]) => file.endsWith('.html'))
        .flatMap(([file, template]) => {
            const { root } = parse(template, {
                name,
                namespace: 'c',
                apiVersion: Number(apiVersion),
                enableDynamicComponents: dynamicComponents,
                experimentalComplexExpressions: true,
                enableLwcOn: true
            });
            return root ? findTagsBelow(root, file) : [];
        });
}

function findTagsBelow(node: Root | ChildNode, file: string): BundleReference[] {
    const below = [...('children' in node ? node.children : []), ...('else' in node && node.else ? [node.else] : [])];
    const own: BundleReference[] =
        node.type === 'Component'
            ? [
                  {
                      type: 'component',
                      id: node.name,
                      file,
                      place: { line: node.location.startLine, column: node.location.startColumn }
                  }
              ]
            : [];
    return [...own, ...below.flatMap((child) => findTagsBelow(child, file))];
}
