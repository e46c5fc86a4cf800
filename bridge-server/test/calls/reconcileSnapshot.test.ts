import { reconcileSnapshot } from '../../src/calls/reconcileSnapshot.ts';
import { SignJWT } from 'jose';
import jsforce from 'jsforce';
test('imports', () => {
    expect(reconcileSnapshot([], [], '')).toEqual([]);
    expect(SignJWT).toBeDefined();
    expect(jsforce.Connection).toBeDefined();
    expect(import.meta.dirname).toContain('calls');
});
