import { buildConsole } from '../console/build/buildConsole.ts';

const { vendor, vendorMs, appMs } = await buildConsole();
console.log(`console/dist: vendor ${vendor} (${vendorMs} ms), app built (${appMs} ms)`);
