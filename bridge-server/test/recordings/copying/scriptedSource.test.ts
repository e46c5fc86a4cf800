import { describeSourceContract, told } from '../sources/sourceContract.ts';
import { createScriptedSource } from './scriptedSource.ts';

describeSourceContract(
    'the source of these tests',
    async () => {
        const { source, put } = createScriptedSource({ audio: null, chunkBytes: 64_000 });
        return { source, recording: told(), put: async (audio) => put(audio), close: () => Promise.resolve() };
    },
    ['goes-on']
);
