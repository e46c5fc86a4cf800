import { buildApp } from './app.ts';
import { findSharedModules } from './sharedModules.ts';
import { buildVendor } from './vendor.ts';

/** Builds the page into `console/dist`: the vendor part when it changed, the app part always. Durations in milliseconds. */
export async function buildConsole(): Promise<{ vendor: 'built' | 'unchanged'; vendorMs: number; appMs: number }> {
    const sharedModules = findSharedModules();
    const startedAt = performance.now();
    const vendor = await buildVendor(sharedModules);
    const vendorEndedAt = performance.now();
    await buildApp(sharedModules);
    return {
        vendor,
        vendorMs: Math.round(vendorEndedAt - startedAt),
        appMs: Math.round(performance.now() - vendorEndedAt)
    };
}
