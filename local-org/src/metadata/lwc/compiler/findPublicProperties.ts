import { traverse, type types } from '@babel/core';
import type { Script } from './parseScript.ts';

/** The fields and accessors with `@api` of the class that a bundle exports, those of its base classes left out. */
export function findPublicProperties({ program }: Script): string[] {
    const properties: string[] = [];
    traverse(program, {
        ExportDefaultDeclaration({ node, scope }) {
            const exported = node.declaration.type === 'Identifier' ? scope.getBinding(node.declaration.name) : null;
            const declaration = exported ? exported.path.node : node.declaration;
            if (declaration.type === 'ClassDeclaration') properties.push(...publicMembersOf(declaration));
        }
    });
    return properties;
}

function publicMembersOf({ body }: types.ClassDeclaration): string[] {
    return body.body.flatMap((member) => {
        const isProperty =
            member.type === 'ClassProperty' || (member.type === 'ClassMethod' && member.kind !== 'method');
        return isProperty && member.decorators?.some(isApi) ? (nameOf(member.key) ?? []) : [];
    });
}

/** The compiler takes no other decorator of that name. */
function isApi({ expression }: types.Decorator): boolean {
    return expression.type === 'Identifier' && expression.name === 'api';
}

function nameOf(key: types.Node): string | undefined {
    switch (key.type) {
        case 'Identifier':
            return key.name;
        case 'StringLiteral':
            return key.value;
        default:
            return undefined;
    }
}
