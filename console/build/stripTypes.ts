import type { Plugin } from 'rollup';
import { transpileLwc } from '../../scripts/transpileLwc.ts';

/** Turns TypeScript into JavaScript with the compiler that makes the deployed files: @lwc/rollup-plugin reads JavaScript only. */
export const stripTypes: Plugin = {
    name: 'strip-types',
    transform(code, id) {
        const [fileName = id] = id.split('?');
        return fileName.endsWith('.ts') ? transpileLwc(code, fileName) : null;
    }
};
