import { mount } from 'svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { serve } from '../beside/serve.ts';
import CheckFile from './CheckFile.svelte';

// The file is its own worker: the same script, begun where there is no page.
if (typeof document === 'undefined') serve(self);
else mount(CheckFile, { target: document.body, props: { script: document.currentScript?.textContent ?? '' } });
